import { isLoopback } from "../../door/addresses.ts";
import { type Finding, note, ok, wrong } from "./finding.ts";

export interface AddressSeen {
	host: string;
	publicUrl: string | undefined;
	/** Whether a proxy is trusted, which lets others in. */
	behindProxy: boolean;
	/** The addresses that HOST is, where it is a name; itself where it is an address; none where nobody knows the name. */
	hostIs: readonly string[];
	/** Of this machine, but not those that only itself can reach. */
	ownAddresses: readonly string[];
	/** Of this machine, all of them. */
	allAddresses: readonly string[];
}

const about = "HOST";
const everywhere = ["0.0.0.0", "::"];

export function checkAddress(seen: AddressSeen): Finding {
	const { host, publicUrl, behindProxy, hostIs, ownAddresses, allAddresses } = seen;
	if (hostIs.length === 0) {
		return wrong(about, `nobody knows the name ${host}`, "HOST=0.0.0.0, or an address in numbers");
	}
	if (publicUrl !== undefined && isLoopback(new URL(publicUrl).hostname)) {
		return wrong(
			about,
			`PUBLIC_URL ${publicUrl} is this machine to whoever opens it: the codes on tickets lead phones to themselves`,
			"set PUBLIC_URL to the address by which phones reach the hub, or leave it unset",
		);
	}
	if (hostIs.every(isLoopback)) {
		if (behindProxy) return ok(about, `${host}: others come by the proxy`);
		return note(
			about,
			`${host}: the hub is seen on this machine alone, and the codes on tickets lead phones nowhere`,
			"where kiosks, boards, counters or phones come from elsewhere: HOST=0.0.0.0",
		);
	}
	if (!isHere(seen)) {
		return wrong(
			about,
			`this machine does not have the address ${host}; it has ${allAddresses.join(", ") || "none"}`,
			"HOST=0.0.0.0, or give the machine that address, for good",
		);
	}
	if (ownAddresses.length === 0) {
		return note(
			about,
			`${host}, but this machine has no address in a network`,
			"look at the cable and at the router; ip address",
		);
	}
	return ok(about, `${host}: others reach the hub at ${ownAddresses.join(", ")}`);
}

/** Whether HOST is this machine at all. */
export function isHere({ hostIs, allAddresses }: Pick<AddressSeen, "hostIs" | "allAddresses">) {
	return hostIs.some(
		(address) =>
			everywhere.includes(address) || isLoopback(address) || allAddresses.includes(address),
	);
}
