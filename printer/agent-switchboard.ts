import type {
	AgentHello,
	JobBlocked,
	JobEnded,
	JobStanding,
	JobTaken,
} from "../protocol/print-agent.ts";
import type { Condition, DeviceJob } from "./device.ts";

/** What a print agent must know of its printer: the office file stays the only place of settings. */
export type AgentSettings = Omit<AgentHello, "version">;

/** The line to a print agent that is here, whatever carries it. Nothing of it throws; null: no answer came. */
export interface AgentChannel {
	/** The same as long as the agent's process is. */
	readonly run: string;
	give(job: DeviceJob): Promise<JobTaken | null>;
	standing(jobId: string): Promise<JobStanding | null>;
	ask(): Promise<Condition | null>;
	cancel(jobId: string): void;
	/** Ends it, as a line that is lost; the agent comes back by itself. */
	cutOff(): void;
}

/** What is heard of the agents of one name, in order. */
export interface AgentEar {
	arrived(channel: AgentChannel, condition: Condition): void;
	left(): void;
	condition(condition: Condition): void;
	blocked(blocked: JobBlocked): void;
	ended(ended: JobEnded): void;
}

/** How an agent that was attached is heard; after `left`, or when another has taken its place, nothing of it is. */
export type Attached = Omit<AgentEar, "arrived">;

/** Brings print agents and the devices that stand for them together. */
export interface AgentSwitchboard {
	/** A printer hangs on the agent of this name. Gives what ends that. */
	expect(name: string, settings: AgentSettings, ear: AgentEar): () => void;
	/** What the agent of this name must know; null where no printer hangs on one of that name. */
	settingsOf(name: string): AgentSettings | null;
	/** An agent is here and has said how its printer is. It takes the place of whichever was. */
	attach(name: string, channel: AgentChannel, condition: Condition): Attached;
}

export function createAgentSwitchboard(): AgentSwitchboard {
	const expected = new Map<string, { settings: AgentSettings; ear: AgentEar }>();
	const here = new Map<string, AgentChannel>();

	return {
		expect(name, settings, ear) {
			if (expected.has(name)) throw new Error(`two printers hang on the print agent ${name}`);
			expected.set(name, { settings, ear });
			return () => {
				expected.delete(name);
				here.get(name)?.cutOff();
			};
		},
		settingsOf: (name) => expected.get(name)?.settings ?? null,
		attach(name, channel, condition) {
			const isHere = () => here.get(name) === channel;
			const ear = () => (isHere() ? expected.get(name)?.ear : undefined);
			if (here.has(name)) expected.get(name)?.ear.left();
			here.set(name, channel);
			ear()?.arrived(channel, condition);
			return {
				condition: (next) => ear()?.condition(next),
				blocked: (blocked) => ear()?.blocked(blocked),
				ended: (ended) => ear()?.ended(ended),
				left() {
					const heard = ear();
					if (isHere()) here.delete(name);
					heard?.left();
				},
			};
		},
	};
}
