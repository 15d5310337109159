import type { ComponentChildren } from "preact";
import type { Channel, Procedure } from "../../protocol/procedures.ts";
import { aboutProcedures, words } from "../store.ts";
import { AskAtCounter } from "./ask-at-counter.tsx";

/** All that the record holds beyond fee, time and papers. A part without content is left out. */
export function More({ procedure }: { procedure: Procedure }) {
	const { headings, audience } = aboutProcedures.value;
	return (
		<>
			<Part
				title={headings.channels}
				rows={procedure.channels.map((channel) => channelSaid(procedure, channel))}
			/>
			<Part title={headings.steps} rows={procedure.steps} lang="vi" numbered>
				<AskAtCounter procedure={procedure} about={["steps-summarised"]} />
			</Part>
			<Part title={headings.result} rows={nonEmpty(procedure.result)} lang="vi" />
			<Part title={headings.audience} rows={procedure.audience.map(audience)} />
			<Part title={headings.notes} rows={procedure.notes} lang="vi" />
			{procedure.legalBasis.length > 0 && (
				<details class="part">
					<summary>{words.value.legalTitle(procedure.legalBasis.length)}</summary>
					<ul class="part-list part-columns" lang="vi">
						{procedure.legalBasis.map((text) => (
							<li key={text}>{text}</li>
						))}
					</ul>
				</details>
			)}
			<Source procedure={procedure} />
		</>
	);
}

function Part({
	title,
	rows,
	lang,
	numbered = false,
	children,
}: {
	title: string;
	rows: string[];
	lang?: string;
	numbered?: boolean;
	children?: ComponentChildren;
}) {
	if (rows.length === 0) return null;
	const List = numbered ? "ol" : "ul";
	return (
		<section class="part">
			<h2>{title}</h2>
			{children}
			<List class={numbered ? "part-list part-numbered" : "part-list"} lang={lang}>
				{rows.map((row) => (
					<li key={row}>{row}</li>
				))}
			</List>
		</section>
	);
}

/**
 * A way to apply, and how long it takes by it where the source gives a unit. The fee that the portal shows by channel is
 * left out: its zero stands for "the province decides" as often as for "free".
 */
function channelSaid({ perChannel, onlineLevel }: Procedure, channel: Channel): string {
	const said = aboutProcedures.value;
	const name =
		channel === "online" && onlineLevel !== null
			? said.onlineLevel[onlineLevel]
			: said.channel[channel];
	const times = perChannel.flatMap((row) =>
		row.channel === channel && row.time !== null && row.timeUnit !== null
			? [said.time(row.time, row.timeUnit)]
			: [],
	);
	return [name, ...new Set(times)].join(" · ");
}

/** Where the data comes from. No link: a kiosk leads nowhere else. */
function Source({ procedure: { source, decision, official } }: { procedure: Procedure }) {
	const { headings, notOfficial } = aboutProcedures.value;
	const rows = [
		decision === null ? null : `${headings.decision}: ${decision}`,
		official ? null : notOfficial,
		source === null ? words.value.noSource : source.url,
	].filter((row) => row !== null);
	return <Part title={headings.source} rows={rows} />;
}

function nonEmpty(text: string): string[] {
	return text === "" ? [] : [text];
}
