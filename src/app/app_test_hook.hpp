#pragma once
// The App behind window.__test: answers for the fault tests, from the same code paths that a person uses.
// Must not know: Emscripten, which fault is tried.
#include "app/app.hpp"
#include "platform/test_hook.hpp"

namespace rancang {

class AppTestHook final : public TestHook {
 public:
  explicit AppTestHook(App& app) : app_(app) {}
  Acked acked() override;
  std::string dump() override;
  std::string noted() override;
  bool note(std::string_view text) override;
  void take_over() override;

 private:
  Node const* identity() const;
  App& app_;
};

}  // namespace rancang
