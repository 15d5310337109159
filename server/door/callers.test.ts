import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCallers } from "./callers.ts";
import { createHosts } from "./hosts.ts";
import { readProxies } from "./proxies.ts";

interface Asked {
	/** The address that the connection comes from. */
	from?: string;
	/** The address of this machine that it came to. */
	to?: string;
	headers?: { [name: string]: string };
}

/** A request as Node hands it on, of a connection that somebody says is from there. */
function asked({ from = "127.0.0.1", to = "127.0.0.1", headers = {} }: Asked): IncomingMessage {
	const socket = new Socket();
	Object.defineProperty(socket, "remoteAddress", { value: from });
	Object.defineProperty(socket, "localAddress", { value: to });
	const request = new IncomingMessage(socket);
	Object.assign(request.headers, { host: "127.0.0.1:8080", ...headers });
	return request;
}

function callers(trustProxy = "", publicUrl?: string) {
	const proxies = readProxies(trustProxy);
	if (!proxies.ok) throw new Error(proxies.found);
	const hosts = createHosts({
		host: "0.0.0.0",
		publicUrl,
		allowed: ["mot-cua.xa-tan-phu.vn"],
		machineName: "mot-cua-1",
		ownAddresses: () => ["127.0.0.1", "192.168.1.5", "fe80::1"],
	});
	return createCallers(proxies.value, hosts, publicUrl);
}

describe("who asks", () => {
	const phone = { "x-forwarded-for": "203.0.113.9" };

	test.each<[string, string, Asked, string]>([
		["the socket's address", "", { from: "192.168.1.20" }, "192.168.1.20"],
		["written as IPv4 where it is one", "", { from: "::ffff:192.168.1.20" }, "192.168.1.20"],
		[
			"whatever a header says, where no proxy is trusted",
			"",
			{ from: "192.168.1.20", headers: phone },
			"192.168.1.20",
		],
		["whom a trusted proxy names", "loopback", { headers: phone }, "203.0.113.9"],
		[
			"whatever a header says that comes from elsewhere than the trusted proxy",
			"10.0.0.7",
			{ from: "192.168.1.20", headers: phone },
			"192.168.1.20",
		],
		[
			"the last that is no trusted proxy: what stands before it is what the client wrote",
			"10.0.0.0/8",
			{ from: "10.0.0.7", headers: { "x-forwarded-for": "127.0.0.1, 203.0.113.9, 10.0.0.8" } },
			"203.0.113.9",
		],
		[
			"the proxy itself where it names nobody that has an address",
			"loopback",
			{ headers: { "x-forwarded-for": "unknown" } },
			"127.0.0.1",
		],
	])("is %s", (_name, trustProxy, request, address) => {
		expect(callers(trustProxy).addressOf(asked(request))).toBe(address);
	});

	test("nobody makes themselves another by writing a header, whatever they write", () => {
		fc.assert(
			fc.property(fc.string(), fc.ipV4(), (written, own) => {
				fc.pre(!own.startsWith("127."));
				const headers = { "x-forwarded-for": `${written}, ${own}` };
				expect(callers("loopback").addressOf(asked({ headers }))).toBe(own);
				expect(callers().addressOf(asked({ from: own, headers }))).toBe(own);
			}),
		);
	});
});

describe("a device of the hub's own machine", () => {
	test.each(["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])("may come from %s", (from) => {
		expect(callers().isLocal(asked({ from }))).toBe(true);
	});

	test.each(["192.168.1.20", "::ffff:10.0.0.1", "fe80::1", "1270.0.0.1", ""])(
		"does not come from %s",
		(from) => {
			expect(callers().isLocal(asked({ from }))).toBe(false);
		},
	);

	test.each([
		"forwarded",
		"via",
		"x-forwarded-for",
		"x-forwarded-host",
		"x-forwarded-proto",
		"x-real-ip",
	])("does not come through what sends %s", (name) => {
		expect(callers().isLocal(asked({ headers: { [name]: "127.0.0.1" } }))).toBe(false);
	});

	test("is none where a proxy stands before the hub: everybody would be one", () => {
		expect(callers("10.0.0.7").isLocal(asked({}))).toBe(false);
		expect(callers("loopback").isLocal(asked({}))).toBe(false);
	});
});

describe("the names of the hub", () => {
	test.each<[string, Asked["to"]?]>([
		["localhost:8080"],
		["kiosk.localhost"],
		["127.0.0.1:8080"],
		["[::1]:8080"],
		["[0:0:0:0:0:0:0:1]"],
		["192.168.1.5:8080"],
		["192.168.7.7", "::ffff:192.168.7.7"],
		["[fe80::1]"],
		["MOT-CUA-1"],
		["mot-cua-1.local:8080"],
		["mot-cua.xa-tan-phu.vn."],
		["so.xa-tan-phu.gov.vn"],
		[""],
	])("hold %j", (host, to = "192.168.1.5") => {
		const known = callers("", "https://so.xa-tan-phu.gov.vn").knownHost(
			asked({ to, headers: { host } }),
		);
		expect(known).toBe(host);
	});

	test.each([
		"rebind.example",
		"127.0.0.1.rebind.example",
		"localhost.rebind.example",
		"192.168.1.6",
		"2130706433",
		"a b",
		"127.0.0.1:8080@rebind.example",
		"127.0.0.1/",
		"[::1",
		"ho-tich;script-src *",
	])("do not hold %j", (host) => {
		expect(callers().knownHost(asked({ headers: { host } }))).toBeNull();
	});

	test("are those that a trusted proxy was asked for, and not those that anybody else writes", () => {
		const headers = { host: "127.0.0.1:8080", "x-forwarded-host": "rebind.example" };
		expect(callers().knownHost(asked({ headers }))).toBe("127.0.0.1:8080");
		expect(callers("loopback").knownHost(asked({ headers }))).toBeNull();
		const own = { ...headers, "x-forwarded-host": "mot-cua.xa-tan-phu.vn" };
		expect(callers("loopback").knownHost(asked({ headers: own }))).toBe("mot-cua.xa-tan-phu.vn");
	});
});

describe("a page of another site", () => {
	const name = "so.xa-tan-phu.gov.vn";
	const publicUrl = `https://${name}`;
	const behindTls = { "x-forwarded-proto": "https", host: name };

	test.each<[string, string, Asked["headers"], boolean]>([
		["no browser", "", {}, false],
		["the hub's own page", "", { origin: "http://127.0.0.1:8080" }, false],
		["another port of the machine", "", { origin: "http://127.0.0.1:9090" }, true],
		["another name", "", { origin: "https://example.org" }, true],
		["a page without an origin", "", { origin: "null" }, true],
		["no address at all", "", { origin: "xin chào" }, true],
		["another kind of address", "", { origin: "ftp://127.0.0.1:8080" }, true],
		["our page behind TLS", "loopback", { ...behindTls, origin: publicUrl }, false],
		[
			"with its port written out",
			"loopback",
			{ ...behindTls, host: `${name}:443`, origin: publicUrl },
			false,
		],
		["our name without TLS", "loopback", { ...behindTls, origin: `http://${name}` }, true],
		["our page, by a proxy that is not trusted", "", { host: name, origin: publicUrl }, false],
		["our page, by a proxy that hands no name on", "", { origin: publicUrl }, false],
	])("is told apart: %s", (_name, trustProxy, headers = {}, foreign) => {
		expect(callers(trustProxy, publicUrl).isForeign(asked({ headers }))).toBe(foreign);
	});
});

test.each([
	"*",
	"0.0.0.0/0",
	"::/0",
	"10.0.0.0/33",
	"10.0.0.0/8/8",
	"nginx",
	"true",
	"10.0.0.0/-1",
])("%s is no list of proxies", (text) => {
	expect(readProxies(text).ok).toBe(false);
});
