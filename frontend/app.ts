// Every page loads this. All pages read and post without it; what stands here only makes them smoother.
import "./styles/app.css";
import htmx from "htmx.org";
import { announceSwaps } from "./announce";
import { enhanceMenu } from "./menu";
import { enhancePage } from "./page";

// No eval and no style element: both are against the content-security policy.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0;

enhanceMenu(document);
announceSwaps(document);
enhancePage(document.body);
document.body.addEventListener("htmx:load", (event) => enhancePage(event.target as HTMLElement));
