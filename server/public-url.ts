import { networkInterfaces } from "node:os";
import { isLoopback } from "./accounts/trust.ts";

/**
 * The address that a phone is led to: `PUBLIC_URL` where it is set, else the one the request came to. A request on loopback to a hub that
 * listens beyond it gets the machine's own address in the local network, since "localhost" means nothing to a phone.
 */
export function createPublicUrl({
	publicUrl,
	host,
}: {
	publicUrl: string | undefined;
	host: string;
}) {
	const fixed = publicUrl?.replace(/\/+$/, "");
	return (request: { protocol: string; host: string }): string => {
		if (fixed) return fixed;
		const url = new URL(`${request.protocol}://${request.host}`);
		if (isLoopback(url.hostname.replace(/^\[|\]$/g, "")) && !isLoopback(host)) {
			const lan = lanAddress();
			if (lan) url.hostname = lan;
		}
		return url.origin;
	};
}

function lanAddress(): string | undefined {
	return Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.find(({ family, internal }) => family === "IPv4" && !internal)?.address;
}
