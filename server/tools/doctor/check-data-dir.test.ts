import { expect, test } from "vitest";
import { checkDataDir, type DataDir, nameOfId } from "./check-data-dir.ts";
import { saidOf } from "./said-of.ts";

const data: DataDir = {
	dataDir: "/var/lib/motcua/data",
	is: "directory",
	standsIn: "/var/lib/motcua/data",
	mayWrite: true,
	isReadOnly: false,
	mayWriteBeside: true,
	user: { id: 998, name: "motcua" },
	owner: { id: 998, name: "motcua" },
	foreign: [],
	inProgram: false,
};

test.each<[string, Partial<DataDir>, RegExp[]]>([
	["its user's own", {}, [/^ok .*of motcua$/]],
	["not there yet", { is: "missing", owner: null }, [/^ok .*made at the first start$/]],
	["a file", { is: "something-else" }, [/^wrong .*is no directory/]],
	[
		"somebody else's",
		{ mayWrite: false, user: { id: 1000, name: "ky-thuat" } },
		[/^wrong ky-thuat may not write in .*belongs to motcua -> .*sudo -u motcua npm run doctor/],
	],
	[
		"root's",
		{ mayWrite: false, owner: { id: 0, name: "root" } },
		[/^wrong motcua may not write .* -> mkdir -p .* && chown -R motcua: \/var\/lib\/motcua\/data/],
	],
	[
		"its user's, with files that root made",
		{ foreign: ["ledger/xa-mau/2026-11-21.jsonl", "accounts.json"] },
		[/^wrong .*2026-11-21\.jsonl and 1 more do not belong to motcua .* -> chown -R motcua: /],
	],
	[
		"asked by root",
		{ user: { id: 0, name: "root" } },
		[/^note .*-> sudo -u motcua npm run doctor/],
	],
	[
		"root's, and so would be the hub",
		{ user: { id: 0, name: "root" }, owner: { id: 0, name: "root" } },
		[/^note .*of root: .* -> give it a user of its own/],
	],
	[
		"on a disk that is read-only",
		{ mayWrite: false, isReadOnly: true },
		[/^wrong .*read-only -> dmesg/],
	],
	["in the program's folder", { inProgram: true }, [/^note .*lies in the program's folder/]],
	[
		"with nothing to be made beside it",
		{ mayWriteBeside: false },
		[/^note .*in \/var\/lib\/motcua:/],
	],
	["on Windows", { user: null, owner: null }, [/^ok \/var\/lib\/motcua\/data$/]],
])("a data directory that is %s", (_, change, said) => {
	expect(checkDataDir({ ...data, ...change }).map(saidOf)).toEqual(
		said.map((one) => expect.stringMatching(one)),
	);
});

test("a number that no list names is said as it is", () => {
	expect(nameOfId("root:x:0:0:root:/root:/bin/sh\nmotcua:x:998:998::/:/bin/false\n", 998)).toBe(
		"motcua",
	);
	expect(nameOfId("root:x:0:0::/root:/bin/sh\n", 99)).toBe("99");
});
