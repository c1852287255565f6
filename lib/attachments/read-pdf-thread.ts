import { parentPort, workerData } from "node:worker_threads";
import { extractText, getDocumentProxy } from "unpdf";

const { content, most } = workerData as { content: Uint8Array; most: number };

const pdf = await getDocumentProxy(content);
const { text } = await extractText(pdf, { mergePages: true });
parentPort?.postMessage(text.slice(0, most));
