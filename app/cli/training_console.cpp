#include "app/cli/training_console.h"

#include "core/jobs/process_mark.h"
#include "core/train/training_log.h"

#include <csignal>
#include <cstdio>
#include <string>

#include <poll.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

namespace rb::cli {
namespace {

using nlohmann::ordered_json;

// Ctrl+C asks for a stop with a checkpoint; a second one ends the program at once.
volatile std::sig_atomic_t interrupted = 0;

void interrupt(int) {
    if (interrupted) std::signal(SIGINT, SIG_DFL);
    interrupted = 1;
}

std::string duration(double seconds) {
    const int whole = static_cast<int>(seconds);
    char text[32];
    if (whole >= 3600) std::snprintf(text, sizeof text, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    else std::snprintf(text, sizeof text, "%d:%02d", whole / 60, whole % 60);
    return text;
}

void printLine(const std::string& line) {
    std::printf("%s\n", line.c_str());
    std::fflush(stdout);
}

std::string lineOf(const ordered_json& json) { return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace); }

} // namespace

TrainingConsole::TrainingConsole(Form form, std::filesystem::path folder) : m_form(form), m_folder(std::move(folder)) {
    std::signal(SIGINT, interrupt);
    std::signal(SIGTERM, interrupt); // of a launcher or a batch system
}

TrainingConsole::~TrainingConsole() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

/// To standard output as JSON, and to the log in either form.
void TrainingConsole::tell(const ordered_json& event) {
    const std::string line = lineOf(event);
    if (m_form == Form::Json) printLine(line);
    if (m_begun) train::TrainingLog(m_folder / "log.jsonl").add(line);
    else m_early.push_back(line);
}

void TrainingConsole::stepsBegin(std::int64_t step) {
    m_begun = true;
    m_requests.follow(m_folder / "control"); // before anybody can know that we listen
    std::error_code ignored;
    std::filesystem::remove(m_folder / "process.json", ignored); // of who started us; the log tells from here on
    train::TrainingLog(m_folder / "log.jsonl").add({}); // what a killed run was writing ends here
    const jobs::ProcessMark own = jobs::ownMark();
    tell({{"event", "start"}, {"step", step}, {"process", own.process}, {"host", own.host}, {"process_start", own.start}, {"boot", own.boot}});
    for (const std::string& line : m_early) train::TrainingLog(m_folder / "log.jsonl").add(line);
    m_early.clear();
}

train::Request TrainingConsole::given(train::Request request) {
    if (interrupted) request = train::Request::Stop;
    m_stopAsked = m_stopAsked || request == train::Request::Stop;
    return request;
}

train::Request TrainingConsole::request() { return given(m_requests.next()); }

train::Request TrainingConsole::waitForRequest() { return given(m_requests.waitForNext(std::chrono::milliseconds(200))); }

void TrainingConsole::paused(std::int64_t step) {
    tell({{"event", "paused"}, {"step", step}});
    if (m_form == Form::Bar) message("Paused after step " + std::to_string(step) + "; a line resume goes on.");
}

void TrainingConsole::resumed(std::int64_t step) { tell({{"event", "resumed"}, {"step", step}}); }

void TrainingConsole::began(const train::DataReport& report, std::int64_t parameters) {
    if (m_form == Form::Bar) {
        std::printf("%s%.2f million parameters are trained.\n", train::toText(report).c_str(), static_cast<double>(parameters) / 1e6);
        std::fflush(stdout);
    }
    ordered_json findings = ordered_json::array();
    for (const auto& f : report.findings)
        findings.push_back({{"kind", f.kind}, {"count", f.count}, {"left_out", f.leftOut}, {"example", f.example}});
    tell({{"event", "data"}, {"samples", report.usable}, {"left_out", report.leftOut},
          {"modalities", report.perModality}, {"findings", findings}, {"parameters", parameters}});
}

void TrainingConsole::estimated(const train::Estimate& e) {
    tell({{"event", "estimate"}, {"seconds_a_step", e.secondsAStep}, {"memory_bytes", e.memoryBytes},
          {"disk_bytes", e.diskBytes}, {"free_bytes", e.freeBytes}});
    if (m_form == Form::Json) return;
    std::printf("One step takes about %.2f s; %.1f GB of memory and %.0f MB of disk are needed.\n", e.secondsAStep,
                static_cast<double>(e.memoryBytes) / 1e9, static_cast<double>(e.diskBytes) / 1e6);
    std::fflush(stdout);
}

void TrainingConsole::stepDone(const train::StepReport& r) {
    if (m_form == Form::Json) return printLine(train::toJsonLine(r));
    const bool terminal = ::isatty(STDOUT_FILENO) != 0;
    if (!terminal && r.step % 50 != 0 && r.progress < 1) return;
    std::printf("%sstep %lld  %3.0f %%  loss %.3f  rate %.1e  %.1f captions/s  left %s%s", terminal ? "\r\033[K" : "",
                static_cast<long long>(r.step), 100 * r.progress, r.smoothedLoss, r.learningRate,
                r.seconds > 0 ? static_cast<double>(r.captions) * static_cast<double>(r.step) / r.seconds : 0.0,
                duration(r.secondsLeft).c_str(), terminal ? "" : "\n");
    std::fflush(stdout);
    m_barShown = terminal;
}

void TrainingConsole::message(const std::string& text) {
    tell({{"event", "message"}, {"text", text}});
    if (m_form == Form::Json) return;
    std::printf("%s%s\n", m_barShown ? "\n" : "", text.c_str());
    std::fflush(stdout);
    m_barShown = false;
}

// As many as fit a screen.
static constexpr std::size_t kSampled = 6;

void TrainingConsole::sample(vlm::RegionCaptioner& captioner, std::int64_t step) {
    if (m_review.empty()) return message("There are no held-out captions to sample: the data have no split val.");
    const auto items = m_review.sample(captioner, kSampled);
    if (!items.ok()) return message("No samples: " + items.error().message);
    tellCaptions("sample", step, *items);
    if (m_form == Form::Json) return;
    std::string text = "After step " + std::to_string(step) + ":";
    for (const auto& item : *items) text += "\n  " + item.id + ": " + item.candidate + "  (a person: " + item.references.front() + ")";
    message(text);
}

void TrainingConsole::tellCaptions(const char* event, std::int64_t step, const std::vector<evaluate::EvaluatedItem>& items) {
    ordered_json list = ordered_json::array();
    for (const auto& item : items)
        list.push_back({{"id", item.id}, {"modality", item.modality}, {"caption", item.candidate}, {"references", item.references},
                        {"cider", item.scores.cider}, {"rouge_l", item.scores.rougeL}});
    tell({{"event", event}, {"step", step}, {"items", list}});
}

/// Of the means over things: the 95 % intervals.
static void addIntervals(train::Metrics& metrics, const evaluate::Evaluation& evaluation) {
    std::vector<double> rouge;
    for (const auto& item : evaluation.items) rouge.push_back(item.scores.rougeL);
    const metrics::Interval interval = metrics::bootstrapMean(rouge);
    metrics["cider_low"] = evaluation.cider.low;
    metrics["cider_high"] = evaluation.cider.high;
    metrics["rouge_l_low"] = interval.low;
    metrics["rouge_l_high"] = interval.high;
}

train::Metrics TrainingConsole::evaluate(vlm::RegionCaptioner& captioner, std::int64_t step) {
    if (m_review.empty()) return {};
    const auto evaluation = m_review.evaluate(captioner);
    if (!evaluation.ok()) {
        message("No evaluation: " + evaluation.error().message);
        return {};
    }
    train::Metrics metrics = evaluate::metricsOf(*evaluation);
    addIntervals(metrics, *evaluation);
    tellCaptions("captions", step, evaluation->items);
    if (m_form == Form::Json) {
        printLine(train::toJsonLine(step, metrics));
        return metrics;
    }
    std::string text = "After step " + std::to_string(step) + ", held-out captions:";
    for (const auto& [name, value] : metrics) {
        char number[32];
        std::snprintf(number, sizeof number, name == "items" ? " %.0f" : " %.3f", value);
        text += "  " + name + number;
    }
    message(text);
    return metrics;
}

void TrainingConsole::ended(const Status& status) {
    if (status.ok()) tell({{"event", "end"}, {"stopped", m_stopAsked}});
    else tell({{"event", "failed"}, {"text", status.error().message}});
    if (m_form == Form::Bar && m_barShown) std::printf("\n");
}

} // namespace rb::cli
