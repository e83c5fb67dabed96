#pragma once
// The App behind window.__app (performance.md): answers from the same code paths that a person uses.
// Must not know: Emscripten, durations.
#include "app/app.hpp"
#include "platform/bench_hook.hpp"

namespace rancang {

class AppBench final : public BenchHook {
 public:
  explicit AppBench(App& app) : app_(app) {}
  std::uint64_t load(std::string text) override;
  std::string save() override;
  std::uint64_t revision() const override;
  BenchRows rows() const override;
  std::string row_id(int index) const override;
  std::optional<Rect> rect(std::string_view what, std::string_view id, std::string_view column) const override;
  std::string read(std::string_view id, std::string_view column) const override;
  void scroll(bool vertical, float fraction) override;
  void command(std::string_view name, BenchArguments const& arguments) override;

 private:
  GridState* grid() const;  // of the table on the screen
  App& app_;
};

}  // namespace rancang
