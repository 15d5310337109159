import type { Registry } from "prom-client";
import type { JobNews } from "../printer/index.ts";
import { hasEnded } from "../printer/job-book.ts";
import { type JobState, PrinterReason, PrinterState } from "../protocol/printing.ts";
import type { LiveFigures } from "./live/figures.ts";
import type { Parts } from "./routes/parts.ts";

/** What the hub counts for `GET /metrics`. */
export interface Metrics {
	/** A job has changed; those that have ended are counted. */
	count(news: JobNews): void;
	/** All figures as Prometheus reads them, with how things stand now. */
	text(parts: MetricsParts): Promise<{ type: string; text: string }>;
}

export interface MetricsParts extends Pick<Parts, "hub" | "printing"> {
	live: LiveFigures;
}

interface Ended {
	printer: string;
	state: JobState;
	reason: string;
	jobs: number;
}

/** The package is loaded when somebody asks for the first time: most offices never do, and a start need not wait for it. */
export function createMetrics(): Metrics {
	const ended = new Map<string, Ended>();
	let registry: Promise<Registry> | null = null;
	let now: MetricsParts | null = null;

	async function open(): Promise<Registry> {
		const { collectDefaultMetrics, Gauge, Counter, Registry: Empty } = await import("prom-client");
		const register = new Empty();
		collectDefaultMetrics({ register });
		new Gauge({
			name: "motcua_printer_state",
			help: "Whether a printer is in this state: 1 for one of them, 0 for the others",
			labelNames: ["printer", "state"],
			registers: [register],
			collect() {
				this.reset();
				for (const { id, state } of now?.printing.statuses() ?? []) {
					for (const one of PrinterState.enum)
						this.set({ printer: id, state: one }, one === state ? 1 : 0);
				}
			},
		});
		new Gauge({
			name: "motcua_printer_reason",
			help: "Whether this is not well with a printer",
			labelNames: ["printer", "reason"],
			registers: [register],
			collect() {
				this.reset();
				for (const { id, reasons } of now?.printing.statuses() ?? []) {
					for (const one of PrinterReason.enum)
						this.set({ printer: id, reason: one }, reasons.includes(one) ? 1 : 0);
				}
			},
		});
		new Gauge({
			name: "motcua_print_waiting",
			help: "Papers in a printer's line, the one being printed among them",
			labelNames: ["printer"],
			registers: [register],
			collect() {
				this.reset();
				for (const { id, waiting } of now?.printing.statuses() ?? [])
					this.set({ printer: id }, waiting);
			},
		});
		new Counter({
			name: "motcua_print_jobs_total",
			help: "Papers that have ended, by how",
			labelNames: ["printer", "state", "reason"],
			registers: [register],
			collect() {
				this.reset();
				for (const { jobs, ...labels } of ended.values()) this.inc(labels, jobs);
			},
		});
		new Gauge({
			name: "motcua_ledger_seq",
			help: "The number of the last durable event of the day",
			registers: [register],
			collect() {
				if (now) this.set(now.hub.durableSeq);
			},
		});
		new Gauge({
			name: "motcua_ledger_writable",
			help: "Whether what is asked can be written",
			registers: [register],
			collect() {
				if (now) this.set(now.hub.writable ? 1 : 0);
			},
		});
		new Gauge({
			name: "motcua_tickets_waiting",
			help: "People who wait for a service",
			labelNames: ["service"],
			registers: [register],
			collect() {
				this.reset();
				for (const [service, lanes] of now?.hub.state.lines ?? []) {
					const waiting = lanes.reduce((sum, { ticketIds }) => sum + ticketIds.length, 0);
					this.set({ service }, waiting);
				}
			},
		});
		new Gauge({
			name: "motcua_live_views",
			help: "Live views that are open",
			labelNames: ["view"],
			registers: [register],
			collect() {
				for (const [view, open] of Object.entries(now?.live.views ?? {})) this.set({ view }, open);
			},
		});
		const counted = {
			motcua_live_snapshots_total: ["Clients that were told everything", "snapshots"],
			motcua_live_resumes_total: ["Clients that were told just what they had missed", "resumes"],
			motcua_live_changes_total: ["Changes told, once for all who hear one together", "changes"],
			motcua_live_lag_seconds_total: [
				"How late changes were told after their event, all together",
				"lagSeconds",
			],
			motcua_live_wrong_total: ["Live messages that were not as they should be", "wrong"],
		} as const;
		for (const [name, [help, figure]] of Object.entries(counted)) {
			new Counter({
				name,
				help,
				registers: [register],
				collect() {
					this.reset();
					if (now) this.inc(now.live[figure]);
				},
			});
		}
		return register;
	}

	return {
		count({ job, printerId }) {
			if (!hasEnded(job)) return;
			const { state, reason = "" } = job;
			const name = `${printerId} ${state} ${reason}`;
			const kept = ended.get(name);
			if (kept) kept.jobs++;
			else ended.set(name, { printer: printerId, state, reason, jobs: 1 });
		},
		async text(parts) {
			now = parts;
			registry ??= open();
			const register = await registry;
			return { type: register.contentType, text: await register.metrics() };
		},
	};
}
