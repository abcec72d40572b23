import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { createQueryClient } from './api/hooks.js';
import { areaOf } from './session/areas.js';
import { usePerson, useSessionState } from './session/session.js';
import { SignInPage } from './session/sign-in-page.js';
import { fetchedArea } from './shell/fetched-area.js';
import { KeepingPast } from './shell/keeping-past.js';
import { NotFoundPage } from './shell/not-found-page.js';
import { Shell } from './shell/shell.js';
import { SignedInOnly } from './shell/signed-in-only.js';

const inspector = fetchedArea(() => import('./inspector/routes.js'));
// Apart from the inspector's: on a phone on the road nobody orders a check.
const ordering = fetchedArea(() => import('./inspector/ordering-routes.js'));
const unit = fetchedArea(() => import('./unit/routes.js'));
const leader = fetchedArea(() => import('./leader/routes.js'));
const checklists = fetchedArea(() => import('./checklists/routes.js'));
const agenda = fetchedArea(() => import('./agenda/routes.js'));
const system = fetchedArea(() => import('./system/routes.js'));
const trail = fetchedArea(() => import('./trail/routes.js'));
const history = fetchedArea(() => import('./history/routes.js'));

const InspectionListPage = inspector('InspectionListPage');
const InspectionPage = inspector('InspectionPage');
const OrderPage = ordering('OrderPage');
const TodoListPage = unit('TodoListPage');
const RecommendationPage = unit('RecommendationPage');
const OverviewPage = leader('OverviewPage');
const UnitPage = leader('UnitPage');
const ProgrammeAdoptPage = leader('ProgrammeAdoptPage');
const ProgrammeListPage = leader('ProgrammeListPage');
const ProgrammePage = leader('ProgrammePage');
const RepeatMatrixPage = leader('RepeatMatrixPage');
const ChecklistListPage = checklists('ChecklistListPage');
const ChecklistKindPage = checklists('ChecklistKindPage');
const AgendaPage = agenda('AgendaPage');
const DeadlinesPage = agenda('DeadlinesPage');
const FindingsPage = agenda('FindingsPage');
const SystemPage = system('SystemPage');
const IntegrityPage = trail('IntegrityPage');
const HistoryPage = history('HistoryPage');
const EventPage = history('EventPage');

/** Everything read belongs to the person who read it: another session begins with nothing. */
export function App() {
  const { session } = useSessionState();
  return <Screens key={session?.token ?? 'nobody'} />;
}

function Screens() {
  const [queries] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <BrowserRouter>
        <KeepingPast>
          <Routes>
            <Route element={<Shell />}>
              <Route path="/dang-nhap" element={<SignInPage />} />
              <Route element={<SignedInOnly />}>
                <Route index element={<Home />} />
                <Route path="/kiem-tra" element={<InspectionListPage />} />
                <Route path="/kiem-tra/lenh-moi" element={<OrderPage />} />
                <Route path="/kiem-tra/:id" element={<InspectionPage />} />
                <Route path="/viec-can-lam" element={<TodoListPage />} />
                <Route path="/kien-nghi/:id" element={<RecommendationPage />} />
                <Route path="/tong-quan" element={<OverviewPage />} />
                <Route path="/don-vi/:id" element={<UnitPage />} />
                <Route path="/chuong-trinh" element={<ProgrammeListPage />} />
                <Route path="/chuong-trinh/moi" element={<ProgrammeAdoptPage />} />
                <Route path="/chuong-trinh/:id" element={<ProgrammePage />} />
                <Route path="/lap-lai" element={<RepeatMatrixPage />} />
                <Route path="/mau-phieu" element={<ChecklistListPage />} />
                <Route path="/mau-phieu/:kind" element={<ChecklistKindPage />} />
                <Route path="/lich-viec" element={<AgendaPage />} />
                <Route path="/thoi-han" element={<DeadlinesPage />} />
                <Route path="/ton-tai" element={<FindingsPage />} />
                <Route path="/he-thong" element={<SystemPage />} />
                <Route path="/toan-ven" element={<IntegrityPage />} />
                <Route path="/nhat-ky" element={<HistoryPage />} />
                <Route path="/nhat-ky/:id" element={<EventPage />} />
                <Route path="*" element={<NotFoundPage />} />
              </Route>
            </Route>
          </Routes>
        </KeepingPast>
      </BrowserRouter>
    </QueryClientProvider>
  );
}

function Home() {
  return <Navigate to={areaOf[usePerson().role]} replace />;
}
