import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { language } from "../ui/language.ts";
import { staffWords } from "../words/staff.ts";
import type { PageProps } from "./pages.ts";

/** A part of the program that was not fetched is asked for again after so long: a module that failed may still come. */
const againMs = 2_000;

/** A page whose program is fetched when somebody opens it: the desk, which everybody opens, does not wait for it. */
export function laterPage(
	load: () => Promise<{ default: ComponentType<PageProps> }>,
): ComponentType<PageProps> {
	let loaded: ComponentType<PageProps> | null = null;
	return function LaterPage(props: PageProps) {
		const page = useSignal(loaded === null ? null : { is: loaded });
		const isMissing = useSignal(false);
		useEffect(() => {
			if (page.peek()) return;
			let timer: ReturnType<typeof setTimeout> | undefined;
			let isOver = false;
			const ask = () => {
				load().then(
					({ default: Page }) => {
						loaded = Page;
						if (!isOver) page.value = { is: Page };
					},
					() => {
						if (isOver) return;
						isMissing.value = true;
						timer = setTimeout(ask, againMs);
					},
				);
			};
			ask();
			return () => {
				isOver = true;
				clearTimeout(timer);
			};
		}, []);
		const words = staffWords[language.value];
		if (page.value) {
			const Page = page.value.is;
			return <Page {...props} />;
		}
		return (
			<main class="page">
				<p role="status">{isMissing.value ? words.unreachable : words.loading}</p>
			</main>
		);
	};
}
