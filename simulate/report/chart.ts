/** Charts as plain SVG: every number stands beside its mark, so that none has to be read off an axis. */

/** Colours by what they mean; each has at least 3:1 on the paper and differs from its neighbours in lightness too. */
export const colours = {
	ink: "#1b1b1f",
	soft: "#3d3a36",
	grid: "#ddd3bf",
	half: "#0b3d78",
	most: "#c2671a",
	busy: "#0b3d78",
	free: "#8fa9c4",
	waste: "#b3261e",
};

export interface Bar {
	label: string;
	/** The longer part behind, the shorter before it. */
	most: number;
	half: number;
	text: string;
}

/** Two bars one in the other for each row: what half wait at most, and nine in ten. */
export function waitBars(title: string, bars: readonly Bar[], marked: number | null): string {
	const longest = Math.max(1, ...bars.map(({ most }) => most), marked ?? 0);
	const labelWidth = widthOf(bars);
	const x = (value: number) => (value / longest) * (width - labelWidth - numberWidth);
	const height = bars.length * rowHeight + 4;
	const drawn = bars.map(
		({ most, half }, row) =>
			rect(labelWidth, row * rowHeight + 4, x(most), 24, colours.most) +
			rect(labelWidth, row * rowHeight + 10, x(half), 12, colours.half),
	);
	const line = marked === null ? "" : upright(labelWidth + x(marked), height);
	const said = bars.map(({ label, most, text }, row) =>
		named(row, label, labelWidth, x(most), text),
	);
	return svg(title, width, height, drawn.join("") + line + said.join(""));
}

/** One bar a row, cut into shares of the whole. */
export function shareBars(
	title: string,
	rows: readonly {
		label: string;
		parts: readonly { share: number; colour: string; ink: string }[];
	}[],
): string {
	const labelWidth = widthOf(rows);
	const body = rows.map(({ label, parts }, row) => {
		const y = row * rowHeight + 4;
		let from = labelWidth;
		const drawn = parts.map(({ share, colour, ink }) => {
			const long = share * (width - labelWidth - 20);
			const part =
				rect(from, y, long, 24, colour) +
				(long > 44
					? `<text x="${n(from + long / 2)}" y="${y + 17}" text-anchor="middle" fill="${ink}" class="in">${Math.round(share * 100)} %</text>`
					: "");
			from += long;
			return part;
		});
		return words(labelWidth - 12, y + 17, label, "end") + drawn.join("");
	});
	return svg(title, width, rows.length * rowHeight + 4, body.join(""));
}

/** Plain bars with a number each, and where asked a line at what is wanted. */
export function plainBars(
	title: string,
	bars: readonly { label: string; value: number; text: string; isWeak?: boolean }[],
	most: number,
	wanted: number | null = null,
): string {
	const labelWidth = widthOf(bars);
	const long = width - labelWidth - numberWidth;
	const x = (value: number) => (value / Math.max(most, 1e-9)) * long;
	const height = bars.length * rowHeight + 4;
	const drawn = bars.map(({ value, isWeak }, row) =>
		rect(labelWidth, row * rowHeight + 6, x(value), 20, isWeak ? colours.most : colours.half),
	);
	const line = wanted === null ? "" : upright(labelWidth + x(wanted), height);
	const said = bars.map(({ label, value, text }, row) =>
		named(row, label, labelWidth, x(value), text),
	);
	return svg(title, width, height, drawn.join("") + line + said.join(""));
}

/** Two lines over the day. */
export function dayLines(
	title: string,
	points: readonly { at: string; half: number; most: number }[],
	minutes: (text: string) => string,
): string {
	const [left, right, top, bottom] = [64, 24, 14, 36];
	const height = 300;
	const longest = Math.max(10, ...points.map(({ most }) => most));
	const step = [5, 10, 15, 30, 60, 120].find((one) => longest / one <= 6) ?? 240;
	const highest = Math.ceil(longest / step) * step;
	const x = (place: number) =>
		left + (place * (width - left - right)) / Math.max(1, points.length - 1);
	const y = (value: number) => height - bottom - (value / highest) * (height - top - bottom);
	const grid = Array.from({ length: highest / step + 1 }, (_, line) => {
		const at = y(line * step);
		return (
			`<line x1="${left}" x2="${width - right}" y1="${n(at)}" y2="${n(at)}" stroke="${colours.grid}"/>` +
			words(left - 8, at + 5, minutes(String(line * step)), "end", "small")
		);
	});
	const times = points.map(({ at }, place) =>
		place % Math.ceil(points.length / 14) === 0
			? words(x(place), height - 10, at, "middle", "small")
			: "",
	);
	const path = (of: "half" | "most") =>
		points
			.map((point, place) => {
				// Over the break nobody takes a number.
				const before = points[place - 1];
				const isGap = !before || minutesOf(point.at) - minutesOf(before.at) > 30;
				return `${isGap ? "M" : "L"}${n(x(place))} ${n(y(point[of]))}`;
			})
			.join("");
	const marks = points.map(
		(point, place) =>
			`<rect x="${n(x(place) - 4)}" y="${n(y(point.most) - 4)}" width="8" height="8" fill="${colours.most}"/>` +
			`<circle cx="${n(x(place))}" cy="${n(y(point.half))}" r="4.5" fill="${colours.half}"/>`,
	);
	const line = (of: "half" | "most") =>
		`<path d="${path(of)}" fill="none" stroke="${colours[of]}" stroke-width="2.5"${of === "most" ? ' stroke-dasharray="8 5"' : ""}/>`;
	return svg(
		title,
		width,
		height,
		grid.join("") + times.join("") + line("most") + line("half") + marks.join(""),
	);
}

function minutesOf(time: string): number {
	const [hours = "0", minutes = "0"] = time.split(":");
	return Number(hours) * 60 + Number(minutes);
}

export function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const width = 920;
/** For the number beside the longest bar. */
const numberWidth = 200;
const rowHeight = 34;

/** Room for the longest label: a letter of 15 px is about 8 px wide. */
function widthOf(rows: readonly { label: string }[]): number {
	return Math.min(430, Math.max(...rows.map(({ label }) => label.length * 8 + 20)));
}

function svg(title: string, wide: number, high: number, body: string): string {
	return `<div class="wide"><svg viewBox="0 0 ${wide} ${high}" role="img" aria-label="${escaped(title)}">${body}</svg></div>`;
}

/** What a row is, and its number behind the bar. */
function named(row: number, label: string, labelWidth: number, long: number, text: string): string {
	const y = row * rowHeight + 21;
	return (
		words(labelWidth - 12, y, label, "end") +
		words(labelWidth + long + 8, y, text, "start", "strong")
	);
}

/** Where something is asked for. */
function upright(x: number, height: number): string {
	return `<line x1="${n(x)}" x2="${n(x)}" y1="0" y2="${height}" stroke="${colours.ink}" stroke-width="2" stroke-dasharray="6 4"/>`;
}

function rect(x: number, y: number, wide: number, high: number, fill: string): string {
	return `<rect x="${n(x)}" y="${n(y)}" width="${n(wide)}" height="${high}" fill="${fill}"/>`;
}

function words(
	x: number,
	y: number,
	text: string,
	anchor: "start" | "middle" | "end",
	as = "label",
): string {
	return `<text x="${n(x)}" y="${n(y)}" text-anchor="${anchor}" class="${as}">${escaped(text)}</text>`;
}

function n(value: number): string {
	return String(Math.round(value * 10) / 10);
}
