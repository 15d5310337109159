import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type Static, Type } from "typebox";
import { restoredFile } from "../restored.ts";

/** The file of a backup that names all others; written last, so that a backup without it is not whole. */
export const manifestName = "manifest.json";

/** What a backup may hold: small documents, the days of offices, and pictures of their slides. Nothing else is ever brought back. */
const keptPath =
	/^(?:[a-z0-9][a-z0-9-]{0,59}\.json|(?:ledger|audit)\/[a-z0-9][a-z0-9-]{0,39}\/\d{4}-\d{2}-\d{2}\.jsonl|pictures\/[0-9a-f]{32}\.(?:png|jpg))$/;

export function isKeptPath(path: string): boolean {
	return keptPath.test(path) && path !== manifestName && path !== restoredFile("");
}

const KeptFileEntry = Type.Object(
	{
		path: Type.String({ pattern: keptPath.source, description: "a file that a backup may hold" }),
		bytes: Type.Integer({ minimum: 0 }),
		sha256: Type.String({ pattern: "^[0-9a-f]{64}$", description: "a SHA-256 in hexadecimal" }),
		/** Why the file was damaged when the backup was made; it was taken along as it stood. */
		damage: Type.Optional(Type.String({ maxLength: 2_000 })),
	},
	{ additionalProperties: false },
);
export type KeptFileEntry = Static<typeof KeptFileEntry>;

/** What is in a backup, of which hub and of when (ISO 8601, UTC). */
export const Manifest = Type.Object(
	{
		backup: Type.Literal("motcua"),
		version: Type.Literal(1),
		hub: Type.String({ minLength: 1, maxLength: 40 }),
		at: Type.String({ minLength: 1, maxLength: 40 }),
		files: Type.Array(KeptFileEntry, { maxItems: 1_000_000 }),
	},
	{ additionalProperties: false },
);
export type Manifest = Static<typeof Manifest>;

/** A file's length and SHA-256 in hexadecimal. */
export async function sumOf(file: string): Promise<{ bytes: number; sha256: string }> {
	const hash = createHash("sha256");
	let bytes = 0;
	for await (const chunk of createReadStream(file)) {
		hash.update(chunk);
		bytes += chunk.length;
	}
	return { bytes, sha256: hash.digest("hex") };
}
