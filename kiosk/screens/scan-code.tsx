import type { Procedure } from "../../protocol/procedures.ts";
import { Qr } from "../qr.tsx";

/** A code to scan with a phone, with what it is for beside it. */
export function ScanCode({ url, what, name }: { url: string; what: string; name?: string }) {
	return (
		<figure class="scan">
			<div class="scan-code">
				<Qr text={url} />
			</div>
			<figcaption>
				{name !== undefined && <strong lang="vi">{name}</strong>}
				<span>{what}</span>
			</figcaption>
		</figure>
	);
}

/** The procedure's page on the national portal; null where the record knows none there. */
export function portalOf({ source }: Procedure): string | null {
	const url = source?.url ?? null;
	return url !== null && /^https:\/\/([a-z0-9-]+\.)*dichvucong\.gov\.vn\//.test(url) ? url : null;
}
