import { expect, it } from "vitest";
import type { Role } from "../protocol/staff.ts";
import { pageAt, pagesFor } from "./pages.ts";

const account = (...roles: Role[]) => ({ username: "lan", name: "Nguyễn Thị Lan", roles });
const paths = (...roles: Role[]) => pagesFor(account(...roles)).map(({ path }) => path);

it("an officer sees the desk, the printers and the own account, a supervisor the hall too, an admin every page", () => {
	expect(paths("officer")).toEqual(["", "slips", "printers", "me"]);
	expect(paths("supervisor")).toEqual(["", "hall", "report", "slips", "printers", "me"]);
	expect(paths("admin")).toEqual([
		"",
		"hall",
		"report",
		"slips",
		"printers",
		"accounts",
		"devices",
		"settings",
		"voice",
		"log",
		"me",
	]);
});

it("an address that names no page, or one that is not for this account, leads to the desk", () => {
	expect(pageAt("khong-co", account("admin")).path).toBe("");
	expect(pageAt("accounts", account("officer")).path).toBe("");
	expect(pageAt("accounts", account("admin")).path).toBe("accounts");
});
