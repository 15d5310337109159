import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { noLimits } from "../config/limits.ts";
import { defaultOfficeFile } from "../config/places.ts";

export interface LargeOffice {
	file: string;
	id: string;
	counters: string[];
	services: string[];
	kiosk: string;
}

/** What of an office file is looked at here; whatever else stands in it stays. */
const OfficeFile = Type.Object({
	id: Type.String(),
	services: Type.Array(Type.Object({ id: Type.String() })),
	counters: Type.Array(
		Type.Object({ id: Type.String(), label: Type.String(), services: Type.Array(Type.String()) }),
	),
	kiosks: Type.Array(Type.Object({ id: Type.String() }), { minItems: 1 }),
});

/** Writes the sample office with more counters: each of its own several times over, with the same services. */
export async function writeLargeOffice(directory: string, counters: number): Promise<LargeOffice> {
	const sample: unknown = JSON.parse(await readFile(defaultOfficeFile(), "utf8"));
	if (!Value.Check(OfficeFile, sample)) throw new Error("the sample office is no office file");
	const own = sample.counters;
	const grown = Array.from({ length: counters }, (_, index) => ({
		id: `quay-${index + 1}`,
		label: String(index + 1),
		services: own[index % own.length]?.services ?? [],
	}));
	const file = join(directory, "office.json");
	await writeFile(file, JSON.stringify({ ...sample, counters: grown, limits: noLimits }));
	return {
		file,
		id: sample.id,
		counters: grown.map(({ id }) => id),
		services: sample.services.map(({ id }) => id),
		kiosk: sample.kiosks[0]?.id ?? "",
	};
}
