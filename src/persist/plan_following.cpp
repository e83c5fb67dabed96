// A reading tab follows the tab that writes.
#include <algorithm>
#include <memory>
#include <utility>

#include "base/order.hpp"
#include "persist/journal.hpp"
#include "persist/plan_opening.hpp"

namespace rancang {
namespace {

struct Following {
  PlanStore& plans;
  SessionPtr session;
  Document document;
  std::function<void(Result<Document>)> done;
  std::vector<StoredName> journals;

  void apply() {
    for (StoredName const& name : journals) {
      std::optional<std::string> const bytes = plans.queue().files().read(stored_path(name));
      std::optional<std::string_view> const payload = bytes ? unseal(name, *bytes) : std::nullopt;
      if (!payload || !apply_journal(document, *payload)) return finish(error("store.gap"));
      session->applied = name.generation;
      session->generation = std::max(session->generation, name.generation);
    }
    finish(std::move(document));
  }
  void finish(Result<Document> result) {
    plans.queue().forget(folder_of(session->plan));
    done(std::move(result));
  }
};

}  // namespace

void follow_plan(PlanStore& plans, SessionPtr const& session, Document document, std::function<void(Result<Document>)> done) {
  auto const work = std::make_shared<Following>(Following{plans, session, std::move(document), std::move(done), {}});
  plans.queue().relist(folder_of(session->plan), [work](std::optional<Error> const& failure) {
    if (failure) return work->done(*failure);
    std::vector<StoredName> names;
    for (std::string const& path : work->plans.queue().files().list(folder_of(work->session->plan)))
      if (std::optional<StoredName> name = parse_stored_path(path)) names.push_back(std::move(*name));
    std::vector<std::uint64_t> const snapshots = complete_generations(names, StoredKind::snapshot);
    if (snapshots.empty() || snapshots.front() > work->session->applied) return work->done(error("store.gap"));
    for (StoredName const& name : names)
      if (name.kind == StoredKind::journal && name.generation > work->session->applied) work->journals.push_back(name);
    if (work->journals.empty()) return work->finish(std::move(work->document));
    sort_list(work->journals, [](StoredName const& a, StoredName const& b) { return a.generation < b.generation; });
    for (std::size_t i = 0; i + 1 < work->journals.size(); ++i)
      work->plans.queue().reload(stored_path(work->journals[i]), [](std::optional<Error> const&) {});
    work->plans.queue().reload(stored_path(work->journals.back()), [work](std::optional<Error> const& failed) {
      if (failed) return work->done(*failed);
      work->apply();
    });
  });
}

}  // namespace rancang
