import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { OfficeView } from "../protocol/office.ts";
import { language } from "../ui/language.ts";
import { consoleWords } from "../words/console.ts";
import { inLanguage } from "../words/language.ts";
import { staffWords } from "../words/staff.ts";
import type { Address } from "./address.ts";

export interface TopBarProps {
	office: OfficeView | null;
	address: Address;
	/** Who is signed in, and the way out. */
	children?: ComponentChildren;
}

/** Where one is, who one is, the language. In a narrow window all but the first unfolds. */
export function TopBar({ office, address, children }: TopBarProps) {
	const other = language.value === "vi" ? "en" : "vi";
	const isOpen = useSignal(false);
	return (
		<header class="top-bar" data-menu={isOpen.value ? "open" : "folded"}>
			<p class="top-office">{office ? inLanguage(office.name, language.value) : "Một Cửa"}</p>
			<button
				type="button"
				class="button button-quiet top-more"
				aria-expanded={isOpen.value}
				onClick={() => {
					isOpen.value = !isOpen.value;
				}}
			>
				{consoleWords[language.value].menu}
			</button>
			{children}
			<button
				type="button"
				class="button button-quiet"
				lang={other}
				onClick={() => address.go({ language: other })}
			>
				{staffWords[language.value].language}
			</button>
		</header>
	);
}
