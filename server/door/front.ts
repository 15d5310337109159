import {
	createServer as createHttpServer,
	type RequestListener,
	type Server,
	type ServerOptions,
} from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { Socket } from "node:net";
import type { SecureContextOptions } from "node:tls";
import type { ProblemCode } from "../../protocol/problem.ts";
import { problemOf, problemStatus } from "../routes/problems.ts";
import type { WriteHeaders } from "./headers.ts";
import { onlyNew } from "./tls.ts";

/** How long anybody may take, in milliseconds; half-sent requests are all that an attacker needs to fill a server (slowloris). */
export interface Patience {
	/** From a request's first byte to the end of its head. */
	headersMs: number;
	/** To the end of its body. */
	requestMs: number;
	/** Nothing sent and nothing taken in the middle of a request. */
	silenceMs: number;
	/** A connection without a request; longer than the minute for which proxies keep theirs, so that they end it and not the hub. */
	keepAliveMs: number;
	/** How often it is looked after. */
	lookEveryMs: number;
}

export const usualPatience: Patience = {
	headersMs: 10_000,
	requestMs: 30_000,
	silenceMs: 60_000,
	keepAliveMs: 72_000,
	lookEveryMs: 5_000,
};

/** A cookie, a phone's agent and a proxy's additions come to 2 kB. */
const maxHeadBytes = 16 * 1024;
/** No browser, console or board sends near as many. */
const maxHeaderCount = 100;

export interface FrontParts {
	writeHeaders: WriteHeaders;
	/** Whether one more connection of this socket's address is taken. */
	takes(socket: Socket): boolean;
	/** Certificate and key, where the hub speaks TLS itself. */
	tls?: SecureContextOptions | undefined;
	patience?: Patience;
}

/** The HTTP server that everything stands behind. It writes the headers that go with every answer, also where nothing behind it is asked. */
export function createFront(
	handle: RequestListener,
	{ writeHeaders, takes, tls, patience = usualPatience }: FrontParts,
): Server {
	const options: ServerOptions = {
		maxHeaderSize: maxHeadBytes,
		headersTimeout: patience.headersMs,
		requestTimeout: patience.requestMs,
		keepAliveTimeout: patience.keepAliveMs,
		connectionsCheckingInterval: patience.lookEveryMs,
		requireHostHeader: true,
	};
	const listener: RequestListener = (request, response) => {
		writeHeaders(request, response);
		handle(request, response);
	};
	const server = tls
		? createHttpsServer({ ...options, ...tls, ...onlyNew }, listener)
		: createHttpServer(options, listener);
	server.maxHeadersCount = maxHeaderCount;
	server.setTimeout(patience.silenceMs);
	// What a client expects beside "100-continue" is not for Node to answer.
	server.on("checkExpectation", listener);
	server.on("connection", (socket: Socket) => {
		if (!takes(socket)) socket.destroy();
	});
	return server;
}

/** Answers what is no request that could be handled: said by Node, before any route, on the bare connection. */
export function refuseBareConnection(error: BareFault, socket: Socket): void {
	if (error.code === "ECONNRESET" || !socket.writable || socket.bytesWritten > 0) {
		socket.destroy();
		return;
	}
	const code = codeOf(error);
	const body = JSON.stringify(problemOf(code, "vi"));
	const head = [
		`HTTP/1.1 ${problemStatus[code]} ${reasons[code] ?? "Bad Request"}`,
		"connection: close",
		"content-type: application/problem+json",
		`content-length: ${Buffer.byteLength(body)}`,
		"content-language: vi",
		"cache-control: no-store",
		"content-security-policy: default-src 'none'; frame-ancestors 'none'",
		"referrer-policy: no-referrer",
		"x-content-type-options: nosniff",
	];
	// A half-closed connection would be the client's to keep.
	const said = isAboutHead(error) ? "" : body;
	socket.end(`${head.join("\r\n")}\r\n\r\n${said}`, () => socket.destroy());
}

interface BareFault extends NodeJS.ErrnoException {
	/** What the parser was given last: the request from its beginning, where it came in one piece. */
	rawPacket?: unknown;
}

/** An answer to HEAD has no body, which the client would take for the next answer. */
function isAboutHead({ rawPacket }: BareFault): boolean {
	return rawPacket instanceof Buffer && rawPacket.toString("latin1", 0, 5) === "HEAD ";
}

const reasons: { [code in ProblemCode]?: string } = {
	"request/too-slow": "Request Timeout",
	"request/head-too-large": "Request Header Fields Too Large",
};

/** Node's own faults of a connection, by the codes of its documentation ("Errors") and of llhttp. */
function codeOf({ code }: NodeJS.ErrnoException): ProblemCode {
	switch (code) {
		case "ERR_HTTP_REQUEST_TIMEOUT":
			return "request/too-slow";
		case "HPE_HEADER_OVERFLOW":
			return "request/head-too-large";
		default:
			return "request/malformed";
	}
}
