import type { Office } from "../config/office.ts";

type Counters = Office["counters"];

/**
 * The office with so many counters. A further one gets the services of that counter where it helps most; one is closed where it hurts least, and a service that no
 * other has goes to the counter with the least to do.
 * @param work what comes in a day for each service, in any unit
 */
export function withCounters(
	office: Office,
	count: number,
	work: ReadonlyMap<string, number>,
): Office {
	let { counters } = office;
	while (counters.length < count) counters = best(oneMore(counters), work) ?? counters;
	while (counters.length > Math.max(1, count)) {
		counters = best(oneLess(counters, work), work) ?? counters.slice(1);
	}
	return { ...office, counters };
}

function oneMore(counters: Counters): Counters[] {
	const sets = new Map(counters.map(({ services }) => [services.join(), services]));
	const place = counters.length + 1;
	return [...sets.values()].map((services) => [
		...counters,
		{ id: `quay-them-${place}`, label: `${place}`, services },
	]);
}

function oneLess(counters: Counters, work: ReadonlyMap<string, number>): Counters[] {
	return counters.map((closed) => {
		const left = counters.filter((one) => one !== closed);
		const orphans = closed.services.filter(
			(id) => !left.some(({ services }) => services.includes(id)),
		);
		const loads = loadsOf(left, work);
		const least = loads.indexOf(Math.min(...loads));
		return left.map((one, place) =>
			place === least ? { ...one, services: [...one.services, ...orphans] } : one,
		);
	});
}

/** Where the work is spread most evenly. */
function best(some: Counters[], work: ReadonlyMap<string, number>): Counters | undefined {
	const uneven = (counters: Counters) =>
		loadsOf(counters, work).reduce((sum, load) => sum + load ** 2, 0);
	return some.reduce<Counters | undefined>(
		(found, one) => (found && uneven(found) <= uneven(one) ? found : one),
		undefined,
	);
}

function loadsOf(counters: Counters, work: ReadonlyMap<string, number>): number[] {
	return counters.map(({ services }) =>
		services.reduce((sum, id) => {
			const sharing = counters.filter((one) => one.services.includes(id)).length;
			return sum + (work.get(id) ?? 0) / sharing;
		}, 0),
	);
}
