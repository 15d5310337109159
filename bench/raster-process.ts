import { monitorEventLoopDelay } from "node:perf_hooks";
import { createDrawer } from "../printer/drawer.ts";
import { fontFamily, measureText } from "../printer/font.ts";
import { layoutPaper } from "../printer/layout.ts";
import { createLogos } from "../printer/logo.ts";
import type { TicketPaper } from "../printer/paper.ts";
import { paperBytes } from "../printer/paper-bytes.ts";
import { createRaster, type Raster } from "../printer/raster.ts";
import { serve } from "./process.ts";
import { rasterTrade } from "./raster.ts";

const widthDots = 576;
const warmUp = 100;

serve(rasterTrade, async ({ tickets, whole }) => {
	const raster = createRaster();
	const rasterMs: number[] = [];
	const paperMs: number[] = [];
	let ofThisTicketMs = 0;
	const timed: Raster = {
		async draw(drawing) {
			const begun = performance.now();
			const picture = await raster.draw(drawing);
			ofThisTicketMs += performance.now() - begun;
			return picture;
		},
		close: () => raster.close(),
	};
	const press = { raster: timed, logos: createLogos(() => undefined), profiles: [] };
	const delay = monitorEventLoopDelay({ resolution: resolutionMs });
	let earlyMb = 0;
	let mostMb = 0;
	for (let place = 0; place < warmUp + tickets; place++) {
		if (place === warmUp) {
			earlyMb = residentMb();
			delay.enable();
		}
		ofThisTicketMs = 0;
		const begun = performance.now();
		await paperBytes(ticket(place), { widthDots }, press);
		mostMb = Math.max(mostMb, residentMb());
		if (place < warmUp) continue;
		paperMs.push(performance.now() - begun);
		rasterMs.push(ofThisTicketMs);
	}
	delay.disable();
	const afterMb = residentMb();
	await raster.close();
	return {
		rasterMs,
		paperMs,
		wholeMs: await drawnWhole(whole),
		delayP99Ms: lateMs(delay.percentile(99)),
		delayMaxMs: lateMs(delay.max),
		earlyMb,
		afterMb,
		mostMb,
	};
});

const resolutionMs = 1;

/** The monitor counts its own interval as well. */
function lateMs(nanoseconds: number): number {
	return Math.max(0, nanoseconds / 1e6 - resolutionMs);
}

function residentMb(): number {
	return process.memoryUsage().rss / 1024 / 1024;
}

/** Milliseconds for each of so many tickets that are one SVG, after as many to warm up. */
async function drawnWhole(tickets: number): Promise<number[]> {
	const drawer = createDrawer();
	const took: number[] = [];
	for (let place = 0; place < 2 * tickets; place++) {
		const begun = performance.now();
		await drawer.draw(layoutPaper(ticket(place), widthDots, measureText).parts.flatMap(svgOf));
		if (place >= tickets) took.push(performance.now() - begun);
	}
	await drawer.close();
	return took;
}

function svgOf(part: ReturnType<typeof layoutPaper>["parts"][number]): string[] {
	if (part.kind === "qr") return [];
	const lines = part.blocks.flatMap((block) =>
		block.kind === "text"
			? `<text x="${block.words[0]?.x ?? 0}" y="${block.baseline}" font-family="${fontFamily}" ` +
				`font-size="${block.size}" font-weight="${block.weight}">${block.text}</text>`
			: [],
	);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${widthDots}" height="${part.heightDots}">` +
			`<rect width="${widthDots}" height="${part.heightDots}" fill="#fff"/>${lines.join("")}</svg>`,
	];
}

const services = [
	{ vi: "Hộ tịch, nuôi con nuôi", en: "Births, marriages, deaths", sign: "baby" },
	{ vi: "Chứng thực, sao y", en: "Certified copies and signatures", sign: "stamp" },
	{ vi: "Cư trú, căn cước, đăng ký xe", en: "Residence, identity, vehicles", sign: "id-card" },
	{ vi: "Đất đai, xây dựng, môi trường", en: "Land, building, environment", sign: "land" },
] as const;

/** Of a day on which somebody comes each half minute. */
function ticket(place: number): TicketPaper {
	const service = services[place % services.length] ?? services[0];
	const number = `${"ABCE"[place % 4]}${String(Math.floor(place / 4) + 1).padStart(3, "0")}`;
	const lowMin = 5 * (1 + (place % 11));
	return {
		kind: "ticket",
		language: place % 5 === 0 ? "en" : "vi",
		languages: ["vi", "en"],
		office: {
			vi: "Trung tâm Phục vụ hành chính công xã Mẫu",
			en: "Mẫu Commune Public Service Centre",
		},
		timeZone: "Asia/Ho_Chi_Minh",
		ticketId: `phieu-${place}`,
		number,
		serviceName: service,
		sign: service.sign,
		where: "1, 2",
		priorityClass: place % 3 === 0 ? { vi: "Người cao tuổi", en: "Older people" } : null,
		procedureName: null,
		issuedAt: new Date(Date.UTC(2026, 10, 21, 0, 30) + place * 30_000).toISOString(),
		ahead: (place * 7) % 41,
		wait: { lowMin, highMin: lowMin + 10 },
		followUrl: `http://192.168.1.20:8080/t/k3mP0aZbQ9xY2LdV${String(place).padStart(6, "0")}`,
	};
}
