import { useSignal, useSignalEffect } from "@preact/signals";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Icon } from "../../ui/icon.tsx";
import { language } from "../../ui/language.ts";
import { settingsWords } from "../../words/settings.ts";
import { faultsIn } from "./draft.ts";
import { FormContext, useForm, usePlace } from "./form.ts";
import { isList, type Json, moved, type Path, pointerOf } from "./json.ts";
import { nameOfItem } from "./names.ts";

/** What a new item is called. */
export const emptyNames = { vi: "", en: "" };

export interface ItemListProps {
	path: Path;
	/** What a new one begins as. */
	fresh: () => Json;
	/** What stands beside the name while it is folded. */
	brief?: (item: Json) => string;
	/** The order in which they stand means something. */
	ordered?: boolean;
	children: (path: Path, item: Json) => ComponentChildren;
}

/** Things of one kind: folded to their names, each opened to be edited, moved, taken away; at the end one more. */
export function ItemList({ path, fresh, brief, ordered = true, children }: ItemListProps) {
	const form = useForm();
	const { draft } = form;
	const place = usePlace(path);
	const words = settingsWords[language.value];
	const items = isList(place.value) ? place.value : [];
	const key = String(path.at(-1));
	const opened = useSignal<ReadonlySet<number>>(new Set());
	/** The one that was added last, until somebody goes on to something else. */
	const newest = useSignal<number | null>(null);
	const list = useRef<HTMLUListElement>(null);
	useSignalEffect(() => {
		const at = newest.value;
		if (at === null) return;
		const look = ({ target }: Event) => {
			if (target instanceof Node && !list.current?.children[at]?.contains(target)) {
				newest.value = null;
			}
		};
		const ways = ["focusin", "pointerdown"];
		for (const way of ways) document.addEventListener(way, look);
		return () => {
			for (const way of ways) document.removeEventListener(way, look);
		};
	});
	const isFull = items.length >= (place.schema.maxItems ?? Number.POSITIVE_INFINITY);

	function open(index: number, isOpen: boolean): void {
		const next = new Set(opened.value);
		if (isOpen) next.add(index);
		else next.delete(index);
		opened.value = next;
	}
	function add(): void {
		opened.value = new Set([...opened.value, items.length]);
		newest.value = items.length;
		place.put([...items, fresh()]);
		requestAnimationFrame(() =>
			list.current?.querySelector<HTMLElement>("li:last-child :is(input, select)")?.focus(),
		);
	}
	function move(index: number, by: -1 | 1): void {
		newest.value = null;
		place.put(moved(items, index, by));
		const other = (at: number) => (at === index ? index + by : at === index + by ? index : at);
		opened.value = new Set([...opened.value].map(other));
	}
	function remove(index: number): void {
		newest.value = null;
		const left = items.filter((_, at) => at !== index);
		place.put(left);
		opened.value = new Set(
			[...opened.value].flatMap((at) => (at === index ? [] : at > index ? at - 1 : at)),
		);
	}

	return (
		<div class="items">
			{place.fault !== null && <p class="field-fault">{place.fault}</p>}
			<ul class="item-list" ref={list}>
				{items.map((item, index) => {
					const name = nameOfItem(item, key, index);
					const pointer = pointerOf([...path, index]);
					const isFresh = newest.value === index;
					const isWrong = !isFresh && faultsIn(draft.faults.value, pointer).length > 0;
					const isOpen = opened.value.has(index) || isWrong;
					return (
						<li key={index} class="item" data-wrong={isWrong ? "yes" : "no"}>
							<details
								open={isOpen}
								onToggle={({ currentTarget }) => open(index, currentTarget.open)}
							>
								<summary>
									<span class="item-name">{name}</span>
									{brief && <span class="item-brief">{brief(item)}</span>}
								</summary>
								{isOpen && (
									<FormContext.Provider value={isFresh ? { ...form, isFresh } : form}>
										<div class="item-fields">{children([...path, index], item)}</div>
									</FormContext.Provider>
								)}
								<div class="item-acts">
									{ordered && (
										<>
											<button
												type="button"
												class="button button-quiet"
												aria-label={words.up(name)}
												disabled={index === 0}
												onClick={() => move(index, -1)}
											>
												<Icon node={ArrowUp} />
											</button>
											<button
												type="button"
												class="button button-quiet"
												aria-label={words.down(name)}
												disabled={index === items.length - 1}
												onClick={() => move(index, 1)}
											>
												<Icon node={ArrowDown} />
											</button>
										</>
									)}
									<button
										type="button"
										class="button button-quiet"
										disabled={items.length <= (place.schema.minItems ?? 0)}
										onClick={() => remove(index)}
									>
										<Icon node={Trash2} />
										{words.remove(name)}
									</button>
								</div>
							</details>
						</li>
					);
				})}
			</ul>
			<button type="button" class="button" disabled={isFull} onClick={add}>
				<Icon node={Plus} />
				{words.add[key]}
			</button>
		</div>
	);
}
