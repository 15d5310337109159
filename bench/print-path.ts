import { createPrinting } from "../printer/index.ts";
import { createLogos } from "../printer/logo.ts";
import type { TicketPaper } from "../printer/paper.ts";
import { paperBytes } from "../printer/paper-bytes.ts";
import { createRaster } from "../printer/raster.ts";
import type { PrinterSettings } from "../protocol/printing.ts";
import { type Figure, ms } from "./figure.ts";
import { percentile } from "./percentile.ts";
import { startPlainPrinter } from "./plain-printer.ts";

const warmUp = 20;
const tickets = 200;

/** From a job's being accepted to its last byte at a printer that takes all at once, beside making the bytes alone. */
export async function printPath(): Promise<Figure[]> {
	const printer = await startPlainPrinter();
	const settings: PrinterSettings = {
		id: "printer-1",
		device: printer.device,
		widthDots: 576,
		profile: "xprinter-80",
	};
	const raster = createRaster();
	const press = { raster, logos: createLogos(() => undefined), profiles: [] };
	let ended: (state: string) => void = () => undefined;
	const printing = createPrinting({
		printers: [settings],
		dataDir: "",
		log: { info() {}, warn() {}, error() {} },
		onJob({ job: { state } }) {
			if (state !== "printing") ended(state);
		},
	});
	try {
		const wholeMs: number[] = [];
		const drawnMs: number[] = [];
		for (let n = 0; n < warmUp + tickets; n++) {
			const paper = ticket(n);
			const drawnFromMs = performance.now();
			await paperBytes(paper, settings, press);
			const spentMs = performance.now() - drawnFromMs;
			const acceptedMs = performance.now();
			const done = new Promise<string>((resolve) => {
				ended = resolve;
			});
			printing.print(settings.id, paper);
			const state = await done;
			if (state !== "confirmed") throw new Error(`a paper was ${state}`);
			if (n < warmUp) continue;
			drawnMs.push(spentMs);
			wholeMs.push(printer.lastByteMs() - acceptedMs);
		}
		const [whole, drawn] = [percentile(wholeMs, 95), percentile(drawnMs, 95)];
		return [
			{
				name: "job accepted to its last byte at the printer, p95",
				wanted: "<= 60 ms",
				measured: `${ms(whole)} (p50 ${ms(percentile(wholeMs, 50))}) over ${tickets} tickets`,
				against: `its bytes made and not sent: ${ms(drawn)} (p50 ${ms(percentile(drawnMs, 50))})`,
				ratio: whole / drawn,
			},
		];
	} finally {
		await printing.close(0);
		await raster.close();
		await printer.close();
	}
}

function ticket(n: number): TicketPaper {
	const number = `A${String(n).padStart(3, "0")}`;
	return {
		kind: "ticket",
		language: "vi",
		languages: ["vi", "en"],
		office: {
			vi: "Trung tâm Phục vụ hành chính công phường Tân Định",
			en: "Tân Định Ward Public Service Centre",
		},
		timeZone: "Asia/Ho_Chi_Minh",
		ticketId: `k3mP0aZ_bQ-9xY2LdV${number}`,
		number,
		serviceName: { vi: "Tư pháp – Hộ tịch", en: "Justice and civil status" },
		priorityClass: null,
		procedureName: "Đăng ký khai sinh",
		issuedAt: "2026-11-21T01:05:00Z",
		ahead: n % 30,
		wait: { lowMin: 15, highMin: 20 },
		followUrl: `http://192.168.1.20:8080/t/k3mP0aZ_bQ-9xY2LdV${number}`,
	};
}
