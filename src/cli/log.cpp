// rancang log FILE: who wrote what of a plan and on which day, as far as its causality says. Writers of older files have no day.
#include <algorithm>
#include <map>

#include "books/change_text.hpp"
#include "cli/plan_words.hpp"
#include "persist/json_text.hpp"

namespace rancang {
namespace {
struct Share {
  std::size_t records = 0;  // records of which some value is by this replica
  std::size_t fields = 0;   // values that were written after their record was made
  std::size_t created = 0;
  std::size_t beside = 0;   // values that stand beside a shown one
};
using Shares = std::map<ReplicaId, Share>;

void add(Shares& shares, Node const& node) {
  Causal const& causal = *node.causal;
  std::map<ReplicaId, bool> touched;
  ++shares[causal.base.replica].created;
  touched[causal.base.replica] = true;
  for (auto const& [field, dot] : causal.fields) ++shares[dot.replica].fields, touched[dot.replica] = true;
  for (auto const& other : causal.others)
    if (!(other.dot == causal.stamp_of(other.field))) ++shares[other.dot.replica].beside, touched[other.dot.replica] = true;
  for (auto const& [replica, yes] : touched) ++shares[replica].records;
}

std::optional<Date> day_of(Document const& document, ReplicaId replica) {
  auto const known = document.replicas->find(replica);
  return known == document.replicas->end() ? std::nullopt : known->second.day;
}
std::string day_note(CliContext const& context, Document const& document, ReplicaId replica) {
  auto const day = day_of(document, replica);
  return day ? ", " + format_date(*day, context.numbers()) : std::string();
}

void lines(CliContext& context, Document const& document, Shares const& shares) {
  for (auto const& [replica, share] : shares)
    context.world.out += context.strings.cli_log_share(writer_name(context.strings, document, replica) + day_note(context, document, replica), std::to_string(share.records), std::to_string(share.created), std::to_string(share.fields), std::to_string(share.beside)) + "\n";
  bool const some_without = std::any_of(shares.begin(), shares.end(), [&](auto const& share) { return !day_of(document, share.first); });
  if (some_without) context.world.out += std::string(context.strings.cli_log_no_times()) + "\n";
}

void json_shares(CliContext& context, Document const& document, Shares const& shares) {
  std::string& out = context.world.out;
  out += '[';
  for (auto const& [replica, share] : shares) {
    out += (out.back() == '[' ? "\n{\"replica\":\"" : ",\n{\"replica\":\"") + replica_text(replica) + "\",\"label\":";
    json::append_string(out, writer_name(context.strings, document, replica));
    if (auto const day = day_of(document, replica)) out += ",\"day\":\"" + iso_date(*day) + '"';
    out += ",\"records\":" + std::to_string(share.records) + ",\"created\":" + std::to_string(share.created) + ",\"fields\":" + std::to_string(share.fields) + ",\"beside\":" + std::to_string(share.beside) + "}";
  }
  out += "]\n";
}

// Every given field of one record: the value and who wrote it, and the values beside it.
ExitCode one_record(CliContext& context, Document const& document) {
  auto const id = parse_ulid(context.arguments.get("--record"));
  if (!id) return context.usage(context.strings.cli_bad_value("--record", context.arguments.get("--record")));
  for (auto const& info : record_infos()) {
    Node const* const node = document.find(info.type, *id);
    if (!node) continue;
    context.world.out += record_in_words(context.strings, document, *node) + "\n";
    for (std::size_t i = 0; i < info.fields.size(); ++i)
      for (auto const& one : field_values(*node, static_cast<std::uint8_t>(i)))
        if (!is_empty(one.value) || !(one.dot == node->causal->base))
          context.world.out += "  " + std::string(field_label(context.strings, info, info.fields[i])) + ": " + value_words(context, document, info.fields[i], one.value) + " (" + writer_name(context.strings, document, one.dot.replica) + day_note(context, document, one.dot.replica) + ")\n";
    return ExitCode::fine;
  }
  return context.refuse(context.sentence("error.", error("edit.unknown_record")));
}
}  // namespace

ExitCode log_command(CliContext& context) {
  auto const plan = context.read_plan_file(context.arguments.files[0]);
  if (!plan) return ExitCode::findings;
  if (context.arguments.has("--record")) return one_record(context, plan->document);
  Shares shares;
  for (auto const& table : plan->document.tables) table.for_each_stored([&](NodePtr const& node) { add(shares, *node); });
  if (context.json()) json_shares(context, plan->document, shares);
  else lines(context, plan->document, shares);
  return ExitCode::fine;
}

}  // namespace rancang
