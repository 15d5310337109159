import { type Finding, ok, wrong } from "./finding.ts";

/**
 * @param version of this Node.js, as `process.versions.node` has it
 * @param engines of package.json: comparisons that hold together, and `||` between those that may hold instead
 */
export function checkNode(version: string, engines: string): Finding {
	const found = `Node.js ${version}`;
	if (engines.split("||").some((range) => isIn(version, range))) return ok("Node.js", found);
	return wrong(
		"Node.js",
		`${found}; allowed is ${engines}`,
		"install such a Node.js (nodejs.org, or the package of your system), then npm ci && npm run build",
	);
}

function isIn(version: string, range: string): boolean {
	return range
		.trim()
		.split(/\s+/)
		.every((comparison) => {
			const match = /^(>=|<=|<|>|=)?v?(\d+(?:\.\d+){0,2})$/.exec(comparison);
			if (!match) throw new Error(`package.json: engines holds ${JSON.stringify(comparison)}`);
			const order = compare(version, match[2] ?? "");
			switch (match[1]) {
				case ">=":
					return order >= 0;
				case "<=":
					return order <= 0;
				case "<":
					return order < 0;
				case ">":
					return order > 0;
				default:
					return order === 0;
			}
		});
}

function compare(one: string, other: string): number {
	const [left, right] = [one.split("."), other.split(".")];
	for (let part = 0; part < 3; part++) {
		const apart = Number.parseInt(left[part] ?? "0", 10) - Number.parseInt(right[part] ?? "0", 10);
		if (apart !== 0) return apart;
	}
	return 0;
}
