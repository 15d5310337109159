import { expect, test } from "vitest";
import { asTyped, browserArguments, isSecureByItself } from "./flags.ts";

const page = new URL("http://192.168.1.10:8080/kiosk/?kiosk=kiosk-1");

test("the page comes last, in kiosk mode and in a profile of its own", () => {
	const args = browserArguments(page, "/p", []);
	expect(args.at(-1)).toBe(page.href);
	expect(args).toEqual(expect.arrayContaining(["--kiosk", "--user-data-dir=/p"]));
});

test("a board calls people aloud without a touch", () => {
	expect(browserArguments(page, "/p", [])).toContain("--autoplay-policy=no-user-gesture-required");
});

test.each([
	["http://192.168.1.10:8080/kiosk/", false],
	["http://may-chu/kiosk/", false],
	["http://127.0.0.1.example.vn/kiosk/", false],
	["http://localhost.example.vn/kiosk/", false],
	["http://127.0.0.1:8080/kiosk/", true],
	["http://127.8.0.1/kiosk/", true],
	["http://[::1]:8080/kiosk/", true],
	["http://localhost:8080/kiosk/", true],
	["http://hub.localhost/kiosk/", true],
	["https://so.example.gov.vn/kiosk/", true],
])("%s is secure by itself: %s", (url, secure) => {
	expect(isSecureByItself(new URL(url))).toBe(secure);
	const flags = browserArguments(new URL(url), "/p", []).filter((flag) =>
		flag.startsWith("--unsafely"),
	);
	const origin = `--unsafely-treat-insecure-origin-as-secure=${new URL(url).origin}`;
	expect(flags).toEqual(secure ? [] : [origin]);
});

test("features that the technician disables are disabled beside ours, since Chromium takes the last list alone", () => {
	const args = browserArguments(page, "/p", ["--disable-features=A,Translate", "--lang=vi"]);
	expect(args.filter((flag) => flag.startsWith("--disable-features"))).toEqual([
		"--disable-features=Translate,MediaRouter,A",
	]);
	expect(args).toContain("--lang=vi");
});

test("the command is shown so that a shell takes it as it is", () => {
	expect(asTyped("/usr/bin/chromium", ["--kiosk", "http://a/?b=c&d", "it's"])).toBe(
		"/usr/bin/chromium --kiosk 'http://a/?b=c&d' 'it'\\''s'",
	);
});
