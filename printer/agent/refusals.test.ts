import { expect, test } from "vitest";
import { refusalIn, sayRefusal } from "./refusals.ts";
import { sayWith } from "./say.ts";

const error = (message: string, data?: unknown) => Object.assign(new Error(message), { data });

test.each([
	[error("xhr poll error"), null],
	[error("device/revoked", { code: "device/revoked" }), { do: "pair", wasRevoked: true }],
	[error("device/not-trusted", { code: "device/not-trusted" }), { do: "pair", wasRevoked: false }],
	[
		error("print-agent/other-form", { code: "print-agent/other-form", version: "0.9.0" }),
		{ do: "retry", code: "print-agent/other-form", version: "0.9.0" },
	],
	[error("Invalid namespace"), { do: "retry", code: "no-namespace", version: "" }],
])("what a hub's no means: %s", (said, refusal) => {
	expect(refusalIn(said)).toEqual(refusal);
});

test.each([
	["print-agent/other-form", /phiên bản 0\.9\.0[^\n]*\nThe hub is of version 0\.9\.0/],
	["no-namespace", /chưa biết trạm in/],
	["print-agent/taken", /đang chạy với tên cua-chinh/],
	["hub/unexpected", /hub\/unexpected/],
])("it is said in both languages: %s", (code, words) => {
	const said: string[] = [];
	sayRefusal(
		sayWith((text) => said.push(text)),
		{ code, version: "0.9.0" },
		"cua-chinh",
	);
	expect(said.join("")).toMatch(words);
});
