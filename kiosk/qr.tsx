import { encode } from "uqr";

/** A QR code, drawn inline: dark on light with the four modules of quiet that readers ask for (ISO/IEC 18004). */
export function Qr({ text }: { text: string }) {
	const { data, size } = encode(text, { ecc: "M", border: 4 });
	const path = data
		.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
		.join("");
	return (
		<svg class="qr" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" aria-hidden="true">
			<path d={`M0 0h${size}v${size}H0z`} fill="#FFFFFF" />
			<path d={path} fill="#000000" />
		</svg>
	);
}
