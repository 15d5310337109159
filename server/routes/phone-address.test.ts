import { expect, test } from "vitest";
import { phoneAddress } from "./phone-address.ts";

test.each([
	["/t/k3mP0aZ_bQ-9xY2LdV7sTw", "/t/k3mP0aZ_bQ-9xY2LdV7sTw"],
	["/t/k3mP0aZ_bQ-9xY2LdV7sTw/", "/t/k3mP0aZ_bQ-9xY2LdV7sTw"],
	["/t/k3mP0aZ_bQ-9xY2LdV7sTw//?utm=zalo", "/t/k3mP0aZ_bQ-9xY2LdV7sTw"],
	["/t/%E0%A4%A", "/t/-"],
	["/t/Phi%E1%BA%BFu", "/t/-"],
	["/t/a/b", "/t/-"],
	[`/t/${"a".repeat(300)}`, "/t/-"],
	["/t/", "/t/-"],
	["/t", "/t"],
	["/display/board?board=sanh", "/display/board?board=sanh"],
	["/api/tickets/t/", "/api/tickets/t/"],
])("%s is served as %s", (asked, served) => {
	expect(phoneAddress(asked)).toBe(served);
});
