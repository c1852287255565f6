import * as z from "zod";
import { columnNames } from "./queue-column-names";

const Name = z.string().trim().min(1, "queue.errors.name").max(40, "queue.errors.nameLong");
const Columns = z.array(z.enum(columnNames));

/** `query`: the filters as the address bar has them, without "?". */
export const SaveView = z.object({ name: Name, query: z.string().max(2000), columns: Columns });
export type SaveView = z.output<typeof SaveView>;

export const OnView = z.object({ id: z.uuid() });
export type OnView = z.output<typeof OnView>;

export const RenameView = OnView.extend({ name: Name });
export type RenameView = z.output<typeof RenameView>;

export const MoveView = OnView.extend({ direction: z.enum(["up", "down"]) });
export type MoveView = z.output<typeof MoveView>;

export const ChooseColumns = z.object({ columns: Columns });
export type ChooseColumns = z.output<typeof ChooseColumns>;
