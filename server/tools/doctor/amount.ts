/** Bytes as people say them: `75 GB`, `1.2 MB`. */
export function amountOf(bytes: number): string {
	const units = ["bytes", "kB", "MB", "GB", "TB"];
	let amount = bytes;
	let unit = 0;
	while (amount >= 999.5 && unit < units.length - 1) {
		amount /= 1_000;
		unit++;
	}
	const said = amount < 9.95 && unit > 0 ? amount.toFixed(1) : Math.round(amount).toString();
	return `${said.replace(/\.0$/, "")} ${units[unit]}`;
}

/** Days as people think of them: `9 days`, `14 months`, `more than 10 years`. */
export function daysSaid(days: number): string {
	if (days < 1) return "less than a day";
	if (days < 60) return `${Math.floor(days)} ${Math.floor(days) === 1 ? "day" : "days"}`;
	if (days < 730) return `${Math.floor(days / 30.4)} months`;
	if (days < 3_650) return `${Math.floor(days / 365)} years`;
	return "more than 10 years";
}
