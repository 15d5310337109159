import { expect, test } from "vitest";
import { accountWords } from "../words/accounts.ts";
import { accountFaults } from "./account-faults.ts";

const words = accountWords.vi;

test("what of an account cannot be is said by field, and nothing of what was not asked for", () => {
	expect(accountFaults({ name: " ", username: "Mai", password: "ngắn" }, words)).toEqual({
		name: words.form.needsName,
		username: words.form.usernameFault,
		password: words.password.tooShort,
	});
	expect(accountFaults({ password: "đủ tám ký tự" }, words)).toBeNull();
	expect(
		accountFaults({ name: "Mai", username: "mai.2", password: "quầy số hai" }, words),
	).toBeNull();
});

test("a password is counted as people count it: a letter and its accents are one", () => {
	const decomposed = "tiếng Việt gõ rời".normalize("NFD").slice(0, 9);
	expect(accountFaults({ password: decomposed }, words)).not.toBeNull();
});
