import { expect, test } from "vitest";
import { addressFromHere, settingsRefused } from "./environment.ts";

test("the settings of a real office's hub are refused by name, all at once", () => {
	const faults = settingsRefused({
		DATA_DIR: "/srv/motcua",
		OFFICE_FILE: "xa-that.json",
		HOST: "192.168.1.5",
		PORT: "9000",
		LOG_LEVEL: "info",
		PUBLIC_URL: "http://192.168.1.5:9000",
	});
	expect(faults.map((line) => line.split(/[ :]/)[0])).toEqual(["DATA_DIR", "OFFICE_FILE", "HOST"]);
});

test("a setting that is there and empty is none", () => {
	expect(settingsRefused({ DATA_DIR: "", HOST: "", PORT: "0" })).toEqual([]);
});

test.each([
	["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
	["http://0.0.0.0:8080", "http://127.0.0.1:8080"],
	["http://192.168.1.5:8080", "http://127.0.0.1:8080"],
	["http://[::1]:8080", "http://[::1]:8080"],
])("a hub at %s is asked at %s", (address, here) => {
	expect(addressFromHere(address)).toBe(here);
});
