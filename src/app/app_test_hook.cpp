#include "app/app_test_hook.hpp"

namespace rancang {

Acked AppTestHook::acked() {
  OpenPlan* const plan = app_.plan();
  if (!plan) return {};
  static constexpr std::string_view names[] = {"closed", "saved", "dirty", "saving", "failed", "read_only"};
  SaveState const state = plan->autosave.state(app_.now());
  Acked out;
  out.plan = plan->id();
  out.revision = plan->editor.revision();
  out.saved = plan->autosave.saved_revision();
  out.generation = plan->autosave.generation();
  out.state = plan->editor.read_only() ? "read_only" : names[static_cast<std::size_t>(state.kind)];
  out.error = state.failure.id;
  out.changes = state.changes;
  return out;
}

std::string AppTestHook::dump() { return app_.plan() ? write_plan(app_.plan()->editor.document(), {}) : std::string(); }

Node const* AppTestHook::identity() const { return app_.plan() ? app_.plan()->editor.document().single(record_type<Plan>) : nullptr; }

std::string AppTestHook::noted() { return identity() ? identity()->as<Plan>().note : std::string(); }

bool AppTestHook::note(std::string_view text) {
  Node const* const node = identity();
  if (!node) return false;
  std::uint64_t const before = app_.plan()->editor.revision();
  app_.edit(SetField{{node->type, node->id, static_cast<std::uint8_t>(node->info().index_of("note")), std::string(text)}});
  return app_.plan()->editor.revision() != before;
}

void AppTestHook::take_over() { app_.act(Action::take_over); }

}  // namespace rancang
