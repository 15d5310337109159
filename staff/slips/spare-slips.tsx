import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { OfficeView } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { inLanguage } from "../../words/language.ts";
import { slipWords } from "../../words/slips.ts";
import { TextField } from "../text-field.tsx";

/** From here on no office's machine gives numbers in a day. */
const first = 901;
const most = 99;

/** Sheets of numbers to print before they are needed: cut apart, one is given to each who comes. */
export function SpareSlips({ office }: { office: OfficeView }) {
	const words = slipWords[language.value];
	const from = useSignal(String(first));
	const count = useSignal("30");
	const printed = useSignal<OfficeView["services"][number] | null>(null);
	useEffect(() => {
		if (printed.value === null) return;
		print();
		printed.value = null;
	}, [printed.value, printed]);

	const begin = Number(from.value);
	const length = Number(count.value);
	const fault =
		!Number.isInteger(begin) || begin < first
			? words.printFrom(first)
			: !Number.isInteger(length) || length < 1 || length > most
				? words.printMany(most)
				: null;
	const ordinals = Array.from({ length: fault === null ? length : 0 }, (_, index) => begin + index);
	return (
		<>
			<section class="panel not-printed" aria-labelledby="slip-print">
				<h2 id="slip-print">{words.print}</h2>
				<p class="soft">{words.printHint}</p>
				<div class="slip-range">
					<TextField type="number" label={words.from} value={from} />
					<TextField type="number" label={words.howMany} value={count} />
				</div>
				{fault !== null && (
					<p class="notice is-wrong" role="alert">
						{fault}
					</p>
				)}
				<div class="slip-letters">
					{office.services.map((service) => (
						<button
							key={service.id}
							type="button"
							class="button"
							disabled={fault !== null}
							onClick={() => {
								printed.value = service;
							}}
						>
							{words.printSheet(service.prefix)}
							<small>{inLanguage(service.name, language.value)}</small>
						</button>
					))}
				</div>
			</section>
			{printed.value !== null && (
				<ol class="slip-sheet">
					{ordinals.map((ordinal) => (
						<li key={ordinal}>
							<span>{office.name.vi}</span>
							<strong>
								{printed.value?.prefix}
								{String(ordinal).padStart(3, "0")}
							</strong>
							<span>{printed.value?.name.vi}</span>
							<span>{slipWords.vi.sheetDay}</span>
							<span>{slipWords.vi.sheetTime}</span>
						</li>
					))}
				</ol>
			)}
		</>
	);
}
