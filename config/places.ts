import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The sample office, for whoever has set no other. */
export function defaultOfficeFile(): string {
	return join(projectRoot(), "config/offices/sample.json");
}

/** The sample catalogue, for offices that name no other. */
export function defaultCatalogueFolder(): string {
	return join(projectRoot(), "config/procedures");
}

/** The clips that come with the program, for offices that have recorded none. */
export function defaultVoiceFolder(): string {
	return join(projectRoot(), "voice/clips");
}

/** The project's folder, from the sources as well as from what is built of them: the next one above that holds its package.json. */
export function projectRoot(): string {
	for (let folder = here; ; folder = dirname(folder)) {
		const file = join(folder, "package.json");
		if (existsSync(file) && nameIn(readFileSync(file, "utf8")) === "motcua") return folder;
		if (dirname(folder) === folder) throw new Error(`no package.json of motcua above ${here}`);
	}
}

const here = resolve(dirname(fileURLToPath(import.meta.url)));

function nameIn(packageJson: string): unknown {
	const content: unknown = JSON.parse(packageJson);
	return typeof content === "object" && content !== null && "name" in content
		? content.name
		: undefined;
}
