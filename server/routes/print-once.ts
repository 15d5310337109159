import type { FastifyRequest } from "fastify";
import type { Printing } from "../../printer/index.ts";
import type { PrintJob } from "../../protocol/printing.ts";
import { RequestMap } from "../request-map.ts";
import { Refused } from "./problems.ts";
import { keyOf, namedRequest } from "./request-key.ts";

/**
 * Prints once however often a request with a key comes; a repeat is told how that job stands now. Refusals are decided anew.
 * @param who the caller: a key is theirs alone
 */
export type PrintOnce = (
	request: FastifyRequest,
	who: string,
	print: () => Promise<PrintJob>,
) => Promise<PrintJob>;

interface Asked {
	body: string;
	print: Promise<PrintJob>;
}

/** How many requests are remembered; they are repeated within seconds or never. */
const remembered = 1_000;

/** Nothing of it is kept over a restart: the papers of before it are not known any more either. */
export function createPrintOnce({ job }: Pick<Printing, "job">): PrintOnce {
	const asked = new RequestMap<Asked>();
	const order: { scope: string; key: string }[] = [];

	return async (request, who, print) => {
		const key = keyOf(request);
		if (key === undefined) return print();
		const named = namedRequest(request, who, key);
		const before = asked.get(named);
		if (before && before.body !== named.body) throw new Refused("request/key-reused");
		if (before) {
			const first = await before.print;
			return job(first.jobId) ?? first;
		}
		const printed = print();
		asked.set(named, { body: named.body, print: printed });
		order.push(named);
		for (const old of order.splice(0, order.length - remembered)) asked.delete(old);
		printed.catch(() => asked.delete(named));
		return printed;
	};
}
