import { createReadStream } from "node:fs";
import { Type } from "typebox";
import { date, time } from "../../words/numbers.ts";
import { pageWords } from "../../words/pages.ts";
import { printerName } from "../papers.ts";
import { html } from "./html.ts";
import { requireDevice } from "./known-device.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { PageQuery, page, pageLanguage } from "./start-page.ts";

/** What a virtual printer has printed. A ticket's QR is its holder's key, so only the hub's own machine sees it. */
export function addPaperPages(app: App, { office, isDemo, printing, devices }: Parts): void {
	const onRequest = requireDevice(devices.of, null);

	app.get(
		"/printers/:id/paper",
		{
			onRequest,
			schema: {
				hide: true,
				params: Type.Object({ id: Type.String({ maxLength: 80 }) }),
				querystring: PageQuery,
			},
		},
		async (request, reply) => {
			const printer = office.printers.find(({ id }) => id === request.params.id);
			if (!printer) throw new Refused("printer/unknown");
			const language = pageLanguage(request, request.query.lang);
			const words = pageWords[language];
			const papers = printing.paper(printer.id);
			const figures = (papers ?? []).map(({ jobId, label, printedAt }) => {
				const at = `${time(printedAt, office.timeZone)} ${date(printedAt, office.timeZone)}`;
				const src = `/printers/${printer.id}/paper/${jobId}.png`;
				return html`<figure><img src="${src}" alt="${label}" loading="lazy"><figcaption>${words.printed(label, at)}</figcaption></figure>\n`;
			});
			const empty = papers ? words.paperEmpty : words.paperReal;
			const title = words.paperTitle(printerName(printer));
			reply.type("text/html").header("cache-control", "no-store");
			return page({
				language,
				isDemo,
				title,
				renews: true,
				head: html`<h1>${title}</h1><p>${words.paperIntro}</p><p><a href="/?lang=${language}">${words.home}</a></p>`,
				body:
					figures.length > 0
						? html`<div class="paper-roll">${figures}</div>`
						: html`<p class="page-body page-empty">${empty}</p>`,
			});
		},
	);

	app.get(
		"/printers/:id/paper/:jobId.png",
		{
			onRequest,
			schema: {
				hide: true,
				params: Type.Object({
					id: Type.String({ maxLength: 80 }),
					jobId: Type.String({ maxLength: 80 }),
				}),
			},
		},
		async ({ params: { id, jobId } }, reply) => {
			const printed = office.printers.some((printer) => printer.id === id)
				? printing.paper(id)?.find((paper) => paper.jobId === jobId)
				: undefined;
			if (!printed) throw new Refused("request/not-found");
			reply.type("image/png").header("cache-control", "private, max-age=86400");
			return reply.send(createReadStream(printed.file));
		},
	);
}
