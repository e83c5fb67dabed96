// The joint commitment: what was signed is frozen as a fingerprint and a restore point, so that everybody can see what changed afterwards.
#include "app/opening.hpp"
#include "model/reference_lookup.hpp"
#include "persist/fingerprint.hpp"
#include "rules/check.hpp"

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
  auto const cell = [&](int field, Value value) { return CellWrite{commitment->type, commitment->id, static_cast<std::uint8_t>(field), std::move(value)}; };
  std::string const fingerprint = content_fingerprint(document);
  SetCells signing{SetCells::Cause::bulk, {cell(field_of<&Commitment::fingerprint>, fingerprint)}, {}};
  if (!commitment->as<Commitment>().date) signing.cells.push_back(cell(field_of<&Commitment::date>, local_.date));
  auto changes = plan_->editor.run(signing, 0, unix_ms_);
  bool const done = static_cast<bool>(changes);
  finish_edit(std::move(changes));
  if (!done) return;
  plan_->autosave.keep_point({0, unix_ms_, PointKind::signing, std::string(commitment->title())}, plan_->editor.document());
  notice(strings_.signing_done(fingerprint), Tone::info, true);
}

// Worked out once for each revision while the changes are shown; the point may be stored a little later.
SigningFacts const& App::signing_facts() {
  SigningFacts& facts = plan_->signing;
  facts.point = 0;  // it may have been deleted
  for (CardPoint const& point : plan_->points())
    if (point.kind == PointKind::signing) facts.point = point.generation;
  if (facts.seen_revision == plan_->editor.revision()) return facts;
  Document const& document = plan_->editor.document();
  facts = {plan_->editor.revision(), false, false, {}, {}, facts.point};
  Node const* const commitment = signed_commitment(document);
  if (!commitment || commitment->as<Commitment>().fingerprint.empty()) return facts;
  auto const& signing = commitment->as<Commitment>();
  facts.is_signed = true;
  facts.differs = content_fingerprint(document) != signing.fingerprint;
  facts.date = signing.date;
  facts.fingerprint = signing.fingerprint;
  return facts;
}

}  // namespace rancang
