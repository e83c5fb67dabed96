// The joint commitment: what was signed is frozen as a fingerprint and a restore point, so that everybody can see what changed afterwards.
#include "app/opening.hpp"
#include "model/reference_lookup.hpp"
#include "persist/fingerprint.hpp"

namespace rancang {
namespace {
// The commitment that carries a fingerprint, or else the last one.
Node const* signed_commitment(Document const& document) {
  Node const* found = nullptr;
  for (Node const* node : in_plan_order(document, record_type<Commitment>))
    if (!found || !node->as<Commitment>().fingerprint.empty() || found->as<Commitment>().fingerprint.empty()) found = node;
  return found;
}
}  // namespace

void App::sign_plan() {
  Document const document = plan_->editor.document();
  Node const* const commitment = signed_commitment(document);
  if (!commitment) {
    notice(std::string(strings_.signing_no_commitment()), Tone::warning);
    return go({Screen::records, document.plan_id, record_type<Commitment>, {}}, false);
  }
  RecordInfo const& info = commitment->info();
  auto const cell = [&](std::string_view key, Value value) { return CellWrite{info.type, commitment->id, static_cast<std::uint8_t>(info.index_of(key)), std::move(value)}; };
  SetCells signing{SetCells::Cause::bulk, {cell("fingerprint", content_fingerprint(document))}, {}};
  if (!commitment->as<Commitment>().date) signing.cells.push_back(cell("date", local_.date));
  auto changes = plan_->editor.run(signing, 0, unix_ms_);
  bool const done = static_cast<bool>(changes);
  finish_edit(std::move(changes));
  if (!done) return;
  plan_->autosave.keep_point({0, unix_ms_, PointKind::signing, std::string(commitment->title())}, plan_->editor.document());
  notice(strings_.signing_done(plan_->editor.document().find(info.type, commitment->id)->as<Commitment>().fingerprint), Tone::info, true);
}

// Worked out once for each revision while the changes are shown.
SigningFacts const& App::signing_facts() {
  SigningFacts& facts = plan_->signing;
  if (facts.seen_revision == plan_->editor.revision()) return facts;
  Document const& document = plan_->editor.document();
  facts = {plan_->editor.revision()};
  Node const* const commitment = signed_commitment(document);
  if (!commitment || commitment->as<Commitment>().fingerprint.empty()) return facts;
  auto const& signing = commitment->as<Commitment>();
  facts.is_signed = true;
  facts.differs = content_fingerprint(document) != signing.fingerprint;
  std::string const when = signing.date ? format_date(*signing.date, plan_view().style.numbers) : signing.fingerprint;
  facts.text = facts.differs ? strings_.signing_differs(when) : strings_.signing_same(when);
  for (CardPoint const& point : plan_->points())
    if (point.kind == PointKind::signing) facts.point = point.generation;
  return facts;
}

}  // namespace rancang
