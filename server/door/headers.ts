import { type IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";

/** What goes with every answer of the hub, before anything else is said: routes, files, refusals and the live side alike. */
export type WriteHeaders = (request: IncomingMessage, response: ServerResponse) => void;

export interface HeaderParts {
	/** The host that a request asks for, where it is one the hub goes by; null elsewhere. */
	knownHost(request: IncomingMessage): string | null;
	/** Whether it came over TLS. */
	isSecure(request: IncomingMessage): boolean;
}

/**
 * Says to browsers what pages of the hub may do: load and ask nothing but the hub itself, run no script and no style that is written into
 * a page, stand in no frame. The choice follows OWASP's HTTP Headers Cheat Sheet.
 */
export function createHeaders({ knownHost, isSecure }: HeaderParts): WriteHeaders {
	const write = helmet({
		contentSecurityPolicy: {
			useDefaults: false,
			directives: {
				...ownPages,
				// Browsers before 2022 do not count a WebSocket to the page's own host as 'self'.
				connectSrc: [(request) => socketsOf(knownHost(request), isSecure(request))],
			},
		},
		// A phone's address holds the key of its ticket.
		referrerPolicy: { policy: "no-referrer" },
		frameguard: { action: "deny" },
		crossOriginEmbedderPolicy: { policy: "require-corp" },
		strictTransportSecurity: false,
	});
	/** By what they depend on. Helmet composes them anew each time, which costs as much as routing a request. */
	const composed = new Map<string, [string, string][]>();

	function compose(request: IncomingMessage): [string, string][] {
		const model = new ServerResponse(request);
		write(request, model, (fault) => {
			if (fault) throw fault;
		});
		model.setHeader("permissions-policy", isStaffPage(request) ? staffFeatures : noFeatures);
		// What may be kept says so itself; all else may hold somebody's key.
		model.setHeader("cache-control", "no-store");
		return Object.entries(model.getHeaders()).map(([name, value]) => [name, String(value)]);
	}

	function headersOf(request: IncomingMessage): [string, string][] {
		if (isData(request)) return ofData;
		const key = `${isSecure(request)} ${isStaffPage(request)} ${knownHost(request)}`;
		const known = composed.get(key);
		if (known) return known;
		const headers = compose(request);
		if (composed.size === mostHosts) composed.clear();
		composed.set(key, headers);
		return headers;
	}

	return (request, response) => {
		for (const [name, value] of headersOf(request)) response.setHeader(name, value);
		if (isSecure(request)) response.setHeader("strict-transport-security", `max-age=${yearS}`);
	};
}

/** What is for programs and no page, wherever it is opened; the documents of the API are pages. */
function isData({ url = "" }: IncomingMessage): boolean {
	return url.startsWith("/api/") && !url.startsWith("/api/docs");
}

/** Among them is the one on which an office records its voice. */
function isStaffPage({ url = "" }: IncomingMessage): boolean {
	return url.startsWith("/staff/");
}

/**
 * What goes with data: it may do nothing at all, and stand in nothing. The choice is that of OWASP's REST Security Cheat Sheet; what only
 * ever binds a document in a window would make an answer twice as long.
 */
const ofData: [string, string][] = [
	["content-security-policy", "default-src 'none'; frame-ancestors 'none'"],
	["cross-origin-resource-policy", "same-origin"],
	["referrer-policy", "no-referrer"],
	["x-content-type-options", "nosniff"],
	["x-frame-options", "DENY"],
	["cache-control", "no-store"],
];

/** The hub's names are few, but whoever asks may put any port behind one. */
const mostHosts = 50;

/** What the pages at /api/docs may do, which are not the hub's own work: as little as Swagger UI can do with. */
export const docsPolicy = [
	"default-src 'none'",
	"script-src 'self'",
	// The hash is of the one style that Swagger UI writes into the page, where it shows an answer.
	"style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='",
	"img-src 'self' data:",
	"connect-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join("; ");

const ownPages = {
	defaultSrc: ["'none'"],
	scriptSrc: ["'self'"],
	styleSrc: ["'self'"],
	fontSrc: ["'self'"],
	mediaSrc: ["'self'"],
	// Pages without an icon say so with an empty `data:` one.
	imgSrc: ["'self'", "data:"],
	baseUri: ["'none'"],
	formAction: ["'self'"],
	frameAncestors: ["'none'"],
	objectSrc: ["'none'"],
};

/** A year, the usual least that lists of such hosts ask for. Other names below this one may not be the office's. */
const yearS = 31_536_000;

const noFeatures = [
	"accelerometer",
	"camera",
	"display-capture",
	"geolocation",
	"gyroscope",
	"magnetometer",
	"microphone",
	"midi",
	"payment",
	"publickey-credentials-get",
	"serial",
	"usb",
]
	.map((feature) => `${feature}=()`)
	.join(", ");

const staffFeatures = noFeatures.replace("microphone=()", "microphone=(self)");

function socketsOf(host: string | null, secure: boolean): string {
	return host ? `'self' ${secure ? "wss" : "ws"}://${host}` : "'self'";
}
