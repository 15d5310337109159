import { expect, test } from "vitest";
import { hashPassword, isPassword, unmatchableHash } from "./password.ts";

const password = "bốn con mèo tím";

test("a password is kept with what it cost, and no other opens it", async () => {
	const hash = await hashPassword(password);
	expect(hash).toMatch(/^scrypt\$ln=17\$[\w-]{22}\$[\w-]{43}$/);
	expect(await isPassword(password, hash)).toBe(true);
	// The same letters, however a keyboard has put them together.
	expect(await isPassword(password.normalize("NFD"), hash)).toBe(true);
	expect(await isPassword("bốn con mèo tim", hash)).toBe(false);
	expect(await isPassword(password, unmatchableHash())).toBe(false);
});

test("what an earlier version has kept without its cost, or with another, still opens", async () => {
	const kept = [
		"scrypt$WPM5iqJ0wqcCAC5e1BT4Tg$91wRei6WhGPPvZwRIkVJpptwJbUamu0b032lUQyDbdU",
		"scrypt$ln=10$PZDVWYuCrrpa5bmc8-Bg0g$fdf4pQrEjcR_zH0PNkt5U2FIJiqs-G5OSJnzt6GM9X4",
	];
	for (const hash of kept) {
		expect(await isPassword(password, hash)).toBe(true);
		expect(await isPassword("mật khẩu khác", hash)).toBe(false);
	}
});

test.each([
	"",
	"bốn con mèo tím",
	"scrypt$$",
	"scrypt$ln=09$PZDVWYuCrrpa5bmc8-Bg0g$fdf4pQrEjcR",
	"scrypt$ln=19$PZDVWYuCrrpa5bmc8-Bg0g$fdf4pQrEjcR",
	"bcrypt$ln=10$PZDVWYuCrrpa5bmc8-Bg0g$fdf4pQrEjcR",
])("what is no hash of a password opens nothing, and is said: %j", async (hash) => {
	await expect(isPassword(password, hash)).rejects.toThrow("unknown form");
});
