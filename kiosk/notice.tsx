import type { IconNode } from "lucide";
import type { ComponentChildren } from "preact";
import { Icon } from "../ui/icon.tsx";

export interface NoticeProps {
	icon: IconNode;
	/** What it is besides its words and sign; colour alone says nothing. */
	tone?: "good" | "care" | "wrong";
	title: string;
	hint?: string;
	/** Whether its parts stand apart, since some of them are touched. */
	spaced?: true;
	/** What can be done about it. */
	children?: ComponentChildren;
}

/** Something that is to be known now, with a sign and in a sentence or two. */
export function Notice({ icon, tone, title, hint, spaced, children }: NoticeProps) {
	return (
		<div class={tone === undefined ? "notice" : `notice notice-${tone}`} role="status">
			<Icon node={icon} />
			<div class={spaced && "notice-spaced"}>
				<strong>{title}</strong>
				{hint !== undefined && <p>{hint}</p>}
				{children}
			</div>
		</div>
	);
}
