import { expect, test } from "vitest";
import { passwordRefusal } from "./password-rules.ts";

const lan = { username: "lan", name: "Nguyễn Thị Lan" };

test.each([
	["ngắn", "password/too-short"],
	["tiếng Việt gõ rời".normalize("NFD").slice(0, 9), "password/too-short"],
	["12345678", "password/too-common"],
	["0987654321", "password/too-common"],
	["abcdefgh", "password/too-common"],
	["aaaaaaaa", "password/too-common"],
	["!!!!!!!!", "password/too-common"],
	["Mật khẩu 1", "password/too-common"],
	["MatKhau@123", "password/too-common"],
	["Password2026", "password/too-common"],
	["vietnamvietnam", "password/too-common"],
	["lanlanlan", "password/names-account"],
	["Lan@2026", "password/names-account"],
	["nguyễn thị lan", "password/names-account"],
])("%s is refused: %s", (password, refusal) => {
	expect(passwordRefusal(password, lan)).toBe(refusal);
});

test.each(["mat-khau-cua-lan", "bốn con mèo tím", "x7#Kq9!z", "lan-o-nha-so-9-ngo-17"])(
	"%s is taken",
	(password) => {
		expect(passwordRefusal(password, lan)).toBeNull();
	},
);

test("a name that is only of signs refuses nothing", () => {
	expect(passwordRefusal("bốn con mèo tím", { username: "an", name: "—" })).toBeNull();
});
