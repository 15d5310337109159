/** Which version of which page this is, as it says to the hub: that of the program, and the hash in its script's name, `0.1.0+Ab3_x9Qz`. */
export function pageVersion(): string {
	const program = document.querySelector<HTMLMetaElement>("meta[name=generator]")?.content ?? "";
	const script = document.querySelector("script[type=module]")?.getAttribute("src") ?? "";
	return `${program.replace(/^motcua /, "")}+${/-([\w-]{8})\.js$/.exec(script)?.[1] ?? ""}`;
}
