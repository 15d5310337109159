import { expect, test } from "vitest";
import { loadSettings } from "../config/load.ts";
import { projectRoot } from "../config/places.ts";
import { withCounters } from "./counters.ts";

const loaded = loadSettings(`${projectRoot()}/config/offices/sample.json`);
if (!loaded.ok) throw new Error("the sample office is not right");
const { office } = loaded;
const work = new Map(office.services.map(({ id }, place) => [id, 10 + place]));

test("with any number of counters every service is served, and no counter is there twice", () => {
	for (let count = 1; count <= 30; count++) {
		const { counters } = withCounters(office, count, work);
		expect(counters).toHaveLength(count);
		expect(new Set(counters.map(({ id }) => id)).size).toBe(count);
		expect(new Set(counters.map(({ label }) => label)).size).toBe(count);
		for (const { id } of office.services) {
			expect(counters.some(({ services }) => services.includes(id))).toBe(true);
		}
	}
});

test("the office with as many counters as it has stays as it is", () => {
	expect(withCounters(office, office.counters.length, work)).toEqual(office);
});

test("a further counter goes where the most work is for one", () => {
	const crowded = new Map([...work, ["dat-dai", 500] as const]);
	const { counters } = withCounters(office, office.counters.length + 1, crowded);
	expect(counters.at(-1)?.services).toEqual(["dat-dai"]);
});
