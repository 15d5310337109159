import { expect, test } from "vitest";
import { createPublicUrl } from "./public-url.ts";

const office = { publicUrl: undefined, host: "127.0.0.1", port: 8080 };
const http = (host: string) => ({ protocol: "http", host });

test("a phone is led to where the request came", () => {
	expect(createPublicUrl(office)(http("127.0.0.1:8080"))).toBe("http://127.0.0.1:8080");
	expect(createPublicUrl(office)(http("so.xa-mau.gov.vn"))).toBe("http://so.xa-mau.gov.vn");
	expect(createPublicUrl(office)(http("[::1]:8080"))).toBe("http://[::1]:8080");
});

test("a public address stands above everything", () => {
	const publicUrl = "https://so.xa-mau.gov.vn/";
	expect(createPublicUrl({ ...office, publicUrl })(http("127.0.0.1"))).toBe(
		"https://so.xa-mau.gov.vn",
	);
});

test.each(["", "a b", "[::1", "foo:99999", "127.0.0.1:8080@x", "x/y", "a:b@c"])(
	"a Host header of %j is no address to lead anybody to",
	(host) => {
		expect(createPublicUrl(office)(http(host))).toBe("http://127.0.0.1:8080");
	},
);

test("loopback means nothing to a phone of a hub that listens beyond it", () => {
	const led = createPublicUrl({ ...office, host: "0.0.0.0" })(http("localhost:8080"));
	// A machine without a network has no other address to give.
	expect(led).toMatch(/^http:\/\/(localhost|\d+\.\d+\.\d+\.\d+):8080$/);
});
