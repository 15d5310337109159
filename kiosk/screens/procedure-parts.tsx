import "./procedure-parts.css";
import { ChevronDown } from "lucide";
import type { ComponentChildren } from "preact";
import type { Channel, Procedure } from "../../protocol/procedures.ts";
import { Icon } from "../../ui/icon.tsx";
import { countersOf } from "../office.ts";
import { readingOf } from "../reading.ts";
import { aboutProcedures, dispatch, parts, words } from "../store.ts";
import { AskAtCounter } from "./ask-at-counter.tsx";
import { portalOf, ScanCode } from "./scan-code.tsx";

/** What few need before they come: each a row that says what is in it and opens by touch. One without content is left out. */
export function Parts({ procedure }: { procedure: Procedure }) {
	const { headings } = aboutProcedures.value;
	const page = words.value.procedurePage;
	const { code, steps, result, legalBasis, forms } = procedure;
	const channels = channelsInOrder(procedure);
	return (
		<div class="parts">
			{channels.length > 0 && (
				<Part
					code={code}
					part="channels"
					title={headings.channels}
					brief={channels.map(channelName(procedure)).join(", ")}
				>
					<Channels procedure={procedure} channels={channels} />
				</Part>
			)}
			{forms.length > 0 && (
				<Part code={code} part="forms" title={headings.forms} brief={page.forms(forms.length)}>
					<Forms procedure={procedure} />
				</Part>
			)}
			{steps.length > 0 && (
				<Part code={code} part="steps" title={headings.steps} brief={page.steps(steps.length)}>
					<AskAtCounter procedure={procedure} about={["steps-summarised"]} />
					<ol class="part-list part-numbered" lang="vi">
						{steps.map((step) => (
							<li key={step}>{step}</li>
						))}
					</ol>
				</Part>
			)}
			{result !== "" && (
				<div class="part-plain">
					<h2 class="fold-title">{headings.result}</h2>
					<p lang="vi">{result}</p>
				</div>
			)}
			{legalBasis.length > 0 && (
				<Part
					code={code}
					part="legal"
					title={headings.legalBasis}
					brief={page.texts(legalBasis.length)}
				>
					<ul class="part-list part-columns" lang="vi">
						{legalBasis.map((text) => (
							<li key={text}>{text}</li>
						))}
					</ul>
				</Part>
			)}
			<Part code={code} part="source" title={headings.source} brief={sourceBrief(procedure)}>
				<Source procedure={procedure} />
			</Part>
		</div>
	);
}

function Part({
	code,
	part,
	title,
	brief,
	children,
}: {
	code: string;
	part: string;
	title: string;
	/** What is in it, in a few words. */
	brief: string;
	children: ComponentChildren;
}) {
	const { opened } = readingOf(parts.readings.value, code);
	const open = opened.includes(part);
	return (
		<details
			class="fold"
			open={open}
			onToggle={({ currentTarget }) =>
				dispatch({ type: "part-opened", code, part, open: currentTarget.open })
			}
		>
			<summary class="fold-head">
				<h2 class="fold-title">{title}</h2>
				<span class="fold-brief">{brief}</span>
				<Icon node={ChevronDown} />
			</summary>
			{open && <div class="fold-body">{children}</div>}
		</details>
	);
}

/** The counter first: that is where they stand. */
const order: readonly Channel[] = ["in-person", "online", "post"];

function channelsInOrder({ channels }: Procedure): Channel[] {
	return order.filter((channel) => channels.includes(channel));
}

function channelName({ onlineLevel }: Procedure): (channel: Channel) => string {
	const said = aboutProcedures.value;
	return (channel) =>
		channel === "online" && onlineLevel !== null
			? said.onlineLevel[onlineLevel]
			: said.channel[channel];
}

/**
 * A row a way to apply: how long it takes by it where the source gives a unit, and the fees that are by it alone. What the
 * portal shows by channel is left out: its zero stands for "the province decides" as often as for "free".
 */
function Channels({ procedure, channels }: { procedure: Procedure; channels: Channel[] }) {
	const said = aboutProcedures.value;
	const name = channelName(procedure);
	const portal = portalOf(procedure);
	const { where, scanPortal, scanPortalPage } = words.value.procedurePage;
	const counters = countersOf(procedure.serviceId);
	const factsOf = (channel: Channel) => [
		...(channel === "in-person" && counters.length > 0 ? [where(counters.join(", "))] : []),
		...new Set(
			procedure.perChannel.flatMap((row) =>
				row.channel === channel && row.time !== null && row.timeUnit !== null
					? [said.time(row.time, row.timeUnit)]
					: [],
			),
		),
		...procedure.fees
			.filter((fee) => fee.channel === channel && !fee.cap && channels.length > 1)
			.map((fee) => said.amount(fee.amountVnd, fee.unit)),
		...(procedure.feeStatus === "free" ? [said.feeStatus.free] : []),
	];
	return (
		<>
			<ul class="channels">
				{channels.map((channel) => (
					<li key={channel}>
						<strong>{name(channel)}</strong>
						<span>{factsOf(channel).join(" · ")}</span>
					</li>
				))}
			</ul>
			{portal !== null && (
				<ScanCode url={portal} what={channels.includes("online") ? scanPortal : scanPortalPage} />
			)}
		</>
	);
}

/** Each form with the code of its own address, or one for all of them: that of the portal. */
function Forms({ procedure }: { procedure: Procedure }) {
	const page = words.value.procedurePage;
	const { forms, formAddresses = [] } = procedure;
	const urlOf = (form: string) => formAddresses.find((one) => one.form === form)?.url;
	const portal = portalOf(procedure);
	const some = forms.some((form) => urlOf(form) === undefined);
	return (
		<>
			<ul class="part-list" lang="vi">
				{forms.map((form) => (
					<li key={form}>{form}</li>
				))}
			</ul>
			{formAddresses.map(({ form, url }) => (
				<ScanCode key={form} url={url} what={page.scanForm} name={form} />
			))}
			{some && portal !== null && <ScanCode url={portal} what={page.scanPortalForms} />}
		</>
	);
}

/** Where the data comes from, and what it says to the letter. No link: a kiosk leads nowhere else. */
function Source({ procedure }: { procedure: Procedure }) {
	const { headings, notOfficial } = aboutProcedures.value;
	const page = words.value.procedurePage;
	const { source, decision, official, name, code, feeText, times } = procedure;
	const rows = [
		{ term: page.fullName, text: name, ofSource: true },
		{ term: words.value.code, text: official ? code : notOfficial, ofSource: false },
		...(decision === null ? [] : [{ term: headings.decision, text: decision, ofSource: true }]),
		{ term: page.feeInSource, text: feeText, ofSource: true },
		{ term: page.timeInSource, text: times.text, ofSource: true },
		{
			term: headings.source,
			text: source === null ? words.value.noSource : (source.url ?? source.dataset),
			ofSource: false,
		},
	];
	return (
		<dl class="source">
			{rows.map(({ term, text, ofSource }) => (
				<div key={term}>
					<dt>{term}</dt>
					<dd {...(ofSource ? { lang: "vi" } : {})}>{text}</dd>
				</div>
			))}
		</dl>
	);
}

function sourceBrief(procedure: Procedure): string {
	if (procedure.source === null) return aboutProcedures.value.notOfficial;
	return portalOf(procedure) === null ? "" : words.value.procedurePage.portal;
}
