import account from "./account.json";
import api from "./api.json";
import approvals from "./approvals.json";
import calendars from "./calendars.json";
import catalogue from "./catalogue.json";
import connections from "./connections.json";
import desk from "./desk.json";
import dev from "./dev.json";
import directory from "./directory.json";
import errors from "./errors.json";
import home from "./home.json";
import letters from "./letters.json";
import mail from "./mail.json";
import mdm from "./mdm.json";
import order from "./order.json";
import orderForm from "./orderForm.json";
import orders from "./orders.json";
import outbound from "./outbound.json";
import people from "./people.json";
import service from "./service.json";
import signIn from "./signIn.json";
import sla from "./sla.json";
import tickets from "./tickets.json";
import ui from "./ui.json";
import words from "./words.json";

export const sv = {
  account,
  api,
  approvals,
  calendars,
  catalogue,
  connections,
  desk,
  dev,
  directory,
  errors,
  home,
  letters,
  mail,
  mdm,
  order,
  orderForm,
  orders,
  outbound,
  people,
  service,
  signIn,
  sla,
  tickets,
  ui,
  words,
};
