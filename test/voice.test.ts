import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultVoiceFolder } from "../config/places.ts";
import { clipsOf, clipTexts } from "../voice/clips.ts";
import { opusDurationMs } from "../voice/ogg-opus.ts";
import { projectRoot } from "./hub-process.ts";

describe.each(["vi", "en"] as const)("the clips of %s that come with the program", (language) => {
	const folder = join(defaultVoiceFolder(), language);
	const manifest: { clips: Record<string, { file: string; durationMs: number }> } = JSON.parse(
		readFileSync(join(folder, "manifest.json"), "utf8"),
	);

	test("are all that a call may need, and nothing else lies beside them", () => {
		expect(Object.keys(manifest.clips)).toEqual(clipsOf(language));
		const files = Object.values(manifest.clips).map(({ file }) => file);
		expect(readdirSync(folder).sort()).toEqual([...files, "manifest.json"].sort());
	});

	test.each(Object.entries(manifest.clips))(
		"%s is as long as it says",
		(_, { file, durationMs }) => {
			const lasts = opusDurationMs(readFileSync(join(folder, file)));
			expect(Math.abs((lasts ?? 0) - durationMs)).toBeLessThan(1);
		},
	);

	test("stand in docs/VOICE.md word for word, for whoever records them", () => {
		const rows = Object.entries(clipTexts[language]).map(
			([name, text]) => `| \`${name}\` | ${text} |`,
		);
		expect(listIn(readFileSync(join(projectRoot, "docs/VOICE.md"), "utf8"), language)).toEqual(
			rows,
		);
	});
});

/** The rows of the table under a language's heading. */
function listIn(page: string, language: "vi" | "en"): string[] {
	const [, part = ""] = page.split(language === "vi" ? "### Vietnamese\n" : "### English\n");
	const [section = ""] = part.split(/\n##/);
	return section.split("\n").filter((line) => line.startsWith("| `"));
}
