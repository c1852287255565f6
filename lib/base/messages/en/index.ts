import account from "./account.json";
import api from "./api.json";
import approvals from "./approvals.json";
import attachments from "./attachments.json";
import bulk from "./bulk.json";
import calendars from "./calendars.json";
import catalogue from "./catalogue.json";
import connections from "./connections.json";
import desk from "./desk.json";
import deskTicket from "./deskTicket.json";
import dev from "./dev.json";
import directory from "./directory.json";
import disruptions from "./disruptions.json";
import errors from "./errors.json";
import guides from "./guides.json";
import home from "./home.json";
import intake from "./intake.json";
import letters from "./letters.json";
import live from "./live.json";
import mail from "./mail.json";
import mdm from "./mdm.json";
import order from "./order.json";
import orderForm from "./orderForm.json";
import orders from "./orders.json";
import outbound from "./outbound.json";
import people from "./people.json";
import queue from "./queue.json";
import register from "./register.json";
import report from "./report.json";
import search from "./search.json";
import service from "./service.json";
import setup from "./setup.json";
import signIn from "./signIn.json";
import sla from "./sla.json";
import tickets from "./tickets.json";
import ui from "./ui.json";
import visits from "./visits.json";
import webhooks from "./webhooks.json";
import words from "./words.json";

export const en = {
  account,
  api,
  approvals,
  attachments,
  bulk,
  calendars,
  catalogue,
  connections,
  desk,
  deskTicket,
  dev,
  directory,
  disruptions,
  errors,
  guides,
  home,
  intake,
  letters,
  live,
  mail,
  mdm,
  order,
  orderForm,
  orders,
  outbound,
  people,
  queue,
  register,
  report,
  search,
  service,
  setup,
  signIn,
  sla,
  tickets,
  ui,
  visits,
  webhooks,
  words,
};
