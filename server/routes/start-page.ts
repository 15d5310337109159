import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { Language } from "../../protocol/office.ts";
import { demoMark } from "../../words/demo-mark.ts";
import { pageWords } from "../../words/pages.ts";
import { type Html, html } from "./html.ts";
import type { App, Parts } from "./parts.ts";
import { languageOf } from "./problems.ts";

export const PageQuery = Type.Object({ lang: Type.Optional(Language) });

/** The page at `/`: every screen there is, and what it is for. */
export function addStartPage(app: App, { office, isDemo }: Parts): void {
	app.get("/", { schema: { hide: true, querystring: PageQuery } }, async (request, reply) => {
		const language = pageLanguage(request, request.query.lang);
		const words = pageWords[language];
		const cards = [
			...office.kiosks.map(({ id }) =>
				card(words.kiosk(id), words.kioskAbout, `/kiosk/?kiosk=${id}`),
			),
			card(words.board, words.boardAbout, "/display/board"),
			...(office.boards ?? []).map(({ id }) =>
				card(words.boardNamed(id), words.boardAbout, `/display/board?board=${id}`),
			),
			card(
				words.counters,
				words.countersAbout,
				...office.counters.map(({ id }) => `/display/counter/${id}`),
			),
			card(words.staff, words.staffAbout, "/staff/"),
			...office.printers
				.filter(({ device }) => device === "virtual:")
				.map(({ id, name = id }) =>
					card(words.paper(name), words.paperAbout, `/printers/${id}/paper`),
				),
			card(words.api, words.apiAbout, "/api/docs"),
			card(words.health, words.healthAbout, "/api/health"),
		];
		reply.type("text/html");
		return page({
			language,
			isDemo,
			title: `${words.startTitle} – ${office.name[language]}`,
			head: html`<h1>${words.startTitle}</h1>
<p>${office.name[language]}</p>
<p><a href="/?lang=${language === "vi" ? "en" : "vi"}" lang="${language === "vi" ? "en" : "vi"}">${words.otherLanguage}</a></p>`,
			body: html`<p class="page-body">${words.startIntro}</p>
<ul class="page-list">${cards}</ul>`,
		});

		function card(name: string, about: string, ...hrefs: string[]): Html {
			const links = hrefs.map((href) => {
				// A page of the hub's own goes on in the language of this one; screens have theirs.
				const to = href.startsWith("/printers/") ? `${href}?lang=${language}` : href;
				return html`<a href="${to}">${words.open} ${href}</a>\n`;
			});
			return html`<li><h2>${name}</h2><p>${about}</p>${links}</li>\n`;
		}
	});
}

/** A plain page in the theme of the screens; what stands in it needs no script. */
export function page({
	language,
	isDemo,
	title,
	head,
	body,
	renews = false,
}: {
	language: Language;
	isDemo: boolean;
	title: string;
	head: Html;
	body: Html;
	/** Whether the page takes in by itself what is new. */
	renews?: boolean;
}): string {
	const script = renews ? html`<script type="module" src="/pages/renew-page.js"></script>` : html``;
	return html`<!doctype html>
<html lang="${language}"${isDemo ? html` data-demo` : ""}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/pages/pages.css">
${script}
</head>
<body class="plain-page">
${isDemo ? demoNote : ""}<header class="page-head">${head}</header>
<main>${body}</main>
</body>
</html>
`.text;
}

/** As ui/demo-mark.ts puts it on the screens. */
const demoNote = html`<aside class="demo-mark"><span lang="vi">${demoMark.vi}</span> <span lang="en">${demoMark.en}</span></aside>
`;

export function pageLanguage(request: FastifyRequest, asked: Language | undefined): Language {
	return asked ?? languageOf(request);
}
