import { expect, test } from "vitest";
import { checkAddress } from "./check-address.ts";
import { saidOf } from "./said-of.ts";

const address = {
	host: "0.0.0.0",
	publicUrl: undefined,
	behindProxy: false,
	hostIs: ["0.0.0.0"],
	ownAddresses: ["192.168.1.10"],
	allAddresses: ["127.0.0.1", "192.168.1.10"],
};

test.each<[string, Partial<Parameters<typeof checkAddress>[0]>, RegExp]>([
	["all of them", {}, /^ok 0\.0\.0\.0: others reach the hub at 192\.168\.1\.10$/],
	["one of them", { host: "192.168.1.10", hostIs: ["192.168.1.10"] }, /^ok /],
	[
		"another machine's",
		{ host: "192.168.1.99", hostIs: ["192.168.1.99"] },
		/^wrong .*does not have the address 192\.168\.1\.99; it has 127\.0\.0\.1, 192/,
	],
	[
		"loopback",
		{ host: "127.0.0.1", hostIs: ["127.0.0.1"] },
		/^note .*on this machine alone.*HOST=0\.0\.0\.0/,
	],
	[
		"loopback behind a proxy",
		{ host: "127.0.0.1", hostIs: ["127.0.0.1"], behindProxy: true },
		/^ok /,
	],
	[
		"a name that nobody knows",
		{ host: "may-chu", hostIs: [] },
		/^wrong nobody knows the name may-chu/,
	],
	["all of none", { ownAddresses: [] }, /^note .*no address in a network/],
	["told to phones as their own", { publicUrl: "http://localhost:8080" }, /^wrong PUBLIC_URL/],
])("HOST is %s", (_, change, said) => {
	expect(saidOf(checkAddress({ ...address, ...change }))).toMatch(said);
});
